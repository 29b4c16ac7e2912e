/** Closes resources on the days that a calendar file names. */
@NullMarked
package io.frontdesk.calendarintegration.holidayimport;

import org.jspecify.annotations.NullMarked;
