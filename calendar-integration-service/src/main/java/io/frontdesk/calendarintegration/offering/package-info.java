/** What a business lets its customers book, and under which rules. */
@NullMarked
package io.frontdesk.calendarintegration.offering;

import org.jspecify.annotations.NullMarked;
