/** Slots that are kept for a while, until they are booked or the time is up. */
@NullMarked
package io.frontdesk.calendarintegration.hold;

import org.jspecify.annotations.NullMarked;
