/** People, rooms and equipment, with the hours at which they can be booked. */
@NullMarked
package io.frontdesk.calendarintegration.resource;

import org.jspecify.annotations.NullMarked;
