/** Asks the rows which slots are free, or whether one is. */
@NullMarked
package io.frontdesk.calendarintegration.availability;

import org.jspecify.annotations.NullMarked;
