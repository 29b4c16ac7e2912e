/** Bookings that recur by a rule. */
@NullMarked
package io.frontdesk.calendarintegration.series;

import org.jspecify.annotations.NullMarked;
