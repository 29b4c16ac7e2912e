/** Lists of days on which the resources that follow them are closed. */
@NullMarked
package io.frontdesk.calendarintegration.holiday;

import org.jspecify.annotations.NullMarked;
