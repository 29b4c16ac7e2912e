/** Slots, holds and bookings through the gateway. */
@NullMarked
package io.frontdesk.e2e.calendar;

import org.jspecify.annotations.NullMarked;
