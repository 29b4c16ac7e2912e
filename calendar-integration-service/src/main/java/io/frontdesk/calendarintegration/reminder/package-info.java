/** Reminds attendees before their bookings, each time once. */
@NullMarked
package io.frontdesk.calendarintegration.reminder;

import org.jspecify.annotations.NullMarked;
