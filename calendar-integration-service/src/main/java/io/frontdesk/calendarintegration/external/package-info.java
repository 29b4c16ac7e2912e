/** Busy times that calendars outside tell, and how fresh they are. */
@NullMarked
package io.frontdesk.calendarintegration.external;

import org.jspecify.annotations.NullMarked;
