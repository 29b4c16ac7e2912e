/** Our bookings as events in connected calendars, and what happens to them there. */
@NullMarked
package io.frontdesk.calendarplugin.writing;

import org.jspecify.annotations.NullMarked;
