/** What attendees are told of their bookings, in plain words and as calendar entries. */
@NullMarked
package io.frontdesk.calendarintegration.invitation;

import org.jspecify.annotations.NullMarked;
