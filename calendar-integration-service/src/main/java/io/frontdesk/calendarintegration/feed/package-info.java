/** Calendars of a resource's bookings, to subscribe to under a secret address. */
@NullMarked
package io.frontdesk.calendarintegration.feed;

import org.jspecify.annotations.NullMarked;
