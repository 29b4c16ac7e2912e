package io.frontdesk.calendarintegration.icsfile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * One time that an event takes; a recurring event gives several.
 *
 * @param allDay given as dates
 * @param start by the clock of {@code zone}
 * @param end exclusive; never before the start
 */
public record IcsEvent(
        String title, boolean allDay, LocalDateTime start, LocalDateTime end, ZoneId zone) {

    /** Whether it takes whole days, be they given as dates or from midnight to midnight. */
    public boolean wholeDays() {
        return end.isAfter(start)
                && start.toLocalTime().equals(LocalTime.MIDNIGHT)
                && end.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** The days from the first to the last one touched. */
    public List<LocalDate> dates() {
        var last = end.isAfter(start) ? end.minusNanos(1) : end;
        return start.toLocalDate().datesUntil(last.toLocalDate().plusDays(1)).toList();
    }

    /**
     * A time that a change of clocks skips is moved on; of one that comes twice the first counts.
     */
    public ZonedDateTime startsAt() {
        return ZonedDateTime.of(start, zone);
    }

    public ZonedDateTime endsAt() {
        return ZonedDateTime.of(end, zone);
    }
}
