package io.frontdesk.calendarintegration.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When something is open. A day opens once its clock has shown the time at which it opens, and
 * closes once it has shown the time at which it closes: an edge that the clock skips counts when it
 * jumps, one that it shows twice counts the first time.
 */
public record OpeningHours(
        ZoneId zone,
        List<WorkingHours> weekly,
        List<HoursException> exceptions,
        Set<LocalDate> holidays) {
    /** The intervals of one day by the clock, sorted and disjoint; slots are counted from each. */
    public List<Interval> on(LocalDate day) {
        var intervals = new ArrayList<Interval>();
        for (var hours : hours(day)) {
            long from = instant(hours.from().on(day));
            long to = instant(hours.to().on(day));
            if (from < to) {
                intervals.add(new Interval(from, to));
            }
        }
        return Interval.union(intervals);
    }

    /** The intervals of every day that has any of the time; days are not put together. */
    public List<Interval> daysOf(long from, long to) {
        var first = dayOf(from).minusDays(1);
        var last = dayOf(to).plusDays(1);
        var intervals = new ArrayList<Interval>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (var interval : on(day)) {
                if (interval.to() > from && interval.from() < to) {
                    intervals.add(interval);
                }
            }
        }
        return intervals;
    }

    private List<OpenHours> hours(LocalDate day) {
        var special =
                exceptions.isEmpty()
                        ? exceptions
                        : exceptions.stream().filter(exception -> exception.covers(day)).toList();
        if (!special.isEmpty()) {
            return special.stream().anyMatch(HoursException::isClosed)
                    ? List.of()
                    : special.stream()
                            .map(HoursException::hours)
                            .flatMap(hours -> hours == null ? null : hours.stream())
                            .toList();
        }
        if (holidays.contains(day)) {
            return List.of();
        }
        return weekly.stream()
                .filter(hours -> hours.day() == day.getDayOfWeek())
                .map(WorkingHours::hours)
                .toList();
    }

    private LocalDate dayOf(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    private long instant(LocalDateTime local) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        // None in a gap; two in an overlap, the earlier moment first.
        return offsets.isEmpty()
                ? rules.getTransition(local).toEpochSecond()
                : local.toEpochSecond(offsets.getFirst());
    }
}
