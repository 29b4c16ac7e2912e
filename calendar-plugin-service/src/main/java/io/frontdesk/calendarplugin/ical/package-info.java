/** iCalendar (RFC 5545): reads what strangers wrote, bounded; writes our bookings. */
@NullMarked
package io.frontdesk.calendarplugin.ical;

import org.jspecify.annotations.NullMarked;
