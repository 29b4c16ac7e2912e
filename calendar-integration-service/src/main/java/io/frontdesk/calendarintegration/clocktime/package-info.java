/** What a time, a zone or a length of time on the wire may be. */
@NullMarked
package io.frontdesk.calendarintegration.clocktime;

import org.jspecify.annotations.NullMarked;
