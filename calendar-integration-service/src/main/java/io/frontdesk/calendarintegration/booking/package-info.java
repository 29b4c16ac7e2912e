/** Bookings, and what may happen to them. */
@NullMarked
package io.frontdesk.calendarintegration.booking;

import org.jspecify.annotations.NullMarked;
