/** People who wait for a slot, and are offered one that becomes free. */
@NullMarked
package io.frontdesk.calendarintegration.waitinglist;

import org.jspecify.annotations.NullMarked;
