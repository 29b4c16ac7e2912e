/** Takes and frees the time of resources; no two spans of one resource overlap. */
@NullMarked
package io.frontdesk.calendarintegration.occupancy;

import org.jspecify.annotations.NullMarked;
