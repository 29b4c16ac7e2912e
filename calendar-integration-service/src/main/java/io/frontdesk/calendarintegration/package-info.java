/** Owns resources, offerings, availability, holds, bookings. */
@NullMarked
package io.frontdesk.calendarintegration;

import org.jspecify.annotations.NullMarked;
