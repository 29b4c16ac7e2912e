/** When a resource is open: working hours, exceptions and holidays on the clock of its zone. */
@NullMarked
package io.frontdesk.calendarintegration.hours;

import org.jspecify.annotations.NullMarked;
