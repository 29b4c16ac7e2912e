/** Which slots are free, as a pure function: no clock and no database in here. */
@NullMarked
package io.frontdesk.calendarintegration.slots;

import org.jspecify.annotations.NullMarked;
