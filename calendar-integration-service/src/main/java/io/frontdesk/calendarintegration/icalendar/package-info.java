/** Bookings as iCalendar (RFC 5545, 5546): invitations, cancellations, published calendars. */
@NullMarked
package io.frontdesk.calendarintegration.icalendar;

import org.jspecify.annotations.NullMarked;
