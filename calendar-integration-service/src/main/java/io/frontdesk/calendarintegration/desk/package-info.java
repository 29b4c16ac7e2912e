/** What callers can do with bookings. */
@NullMarked
package io.frontdesk.calendarintegration.desk;

import org.jspecify.annotations.NullMarked;
