package io.frontdesk.calendarintegration.slots;

import io.frontdesk.calendarintegration.hours.Interval;
import io.frontdesk.calendarintegration.hours.OpeningHours;
import java.util.List;
import java.util.UUID;

/**
 * The time of one resource.
 *
 * @param busy what is taken, buffers included; in any order, overlapping or not
 * @param stopped whether a calendar is stale that must not be
 */
public record Timeline(
        UUID resourceId,
        OpeningHours opening,
        List<Interval> busy,
        boolean active,
        boolean stopped) {
    public Timeline {
        busy = Interval.union(busy);
    }

    boolean bookable() {
        return active && !stopped;
    }
}
