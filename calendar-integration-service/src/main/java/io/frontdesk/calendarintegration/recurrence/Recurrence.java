package io.frontdesk.calendarintegration.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a recurrence rule (RFC 5545, 3.3.10): daily, weekly, monthly or yearly, with an end,
 * at most 1,000 dates within 100 years. Work is bounded for every text.
 */
public final class Recurrence {
    private static final int LARGEST = 1_000;
    private static final int LARGEST_IN_A_FILE = 5_000;
    private static final int YEARS = 100;

    private Recurrence() {}

    /**
     * All dates of the rule, the start first.
     *
     * @param rrule for example {@code FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10}; an UNTIL without a Z is in
     *     the start's zone
     * @param limit the most dates that the caller takes; never more than 1,000
     * @throws RecurrenceRefused when the rule is invalid, has no end or too many dates, or when the
     *     start is not one of its dates: RFC 5545 leaves open what such a rule means
     */
    public static List<LocalDateTime> occurrences(String rrule, LocalDateTime start, int limit) {
        return all(Rule.parse(rrule), start, null, Math.min(limit, LARGEST));
    }

    /**
     * All dates of the rule in a zone. A local time that a change of clocks skips is moved on by
     * the length of the gap; of one that comes twice the first counts (RFC 5545, 3.3.10 and 3.3.5).
     *
     * @throws RecurrenceRefused as above
     */
    public static List<ZonedDateTime> occurrences(
            String rrule, LocalDateTime start, ZoneId zone, int limit) {
        return all(Rule.parse(rrule), start, zone, Math.min(limit, LARGEST)).stream()
                .map(local -> ZonedDateTime.of(local, zone))
                .distinct()
                .toList();
    }

    /**
     * All dates of the rule as the zone's clock names them, also those that it skips; an UNTIL with
     * a Z is understood.
     *
     * @throws RecurrenceRefused as above
     */
    public static List<LocalDateTime> localOccurrences(
            String rrule, LocalDateTime start, ZoneId zone, int limit) {
        return all(Rule.parse(rrule), start, zone, Math.min(limit, LARGEST));
    }

    /**
     * The dates of a rule from somebody else's calendar that lie in a window, both ends included.
     * The rule may have no end. The start always counts, also where the rule itself would not name
     * it (RFC 5545, 3.8.5.3).
     *
     * @param zone of the start; null where it has none
     * @throws RecurrenceRefused when the rule is invalid or has more than 5,000 dates
     */
    public static List<LocalDateTime> within(
            String rrule,
            LocalDateTime start,
            @Nullable ZoneId zone,
            LocalDateTime from,
            LocalDateTime to) {
        var rule = Rule.parse(rrule);
        var first = from.isBefore(start) ? start : from;
        if (rule.endless()) {
            return withStart(rule.dates(start, first, to, LARGEST_IN_A_FILE + 1), start, from, to);
        }
        var dates = upToEnd(rule, start, zone, LARGEST_IN_A_FILE);
        var all = new ArrayList<>(withStart(dates, start, start, LocalDateTime.MAX));
        var count = rule.count();
        if (count != null && all.size() > count) {
            all.removeLast();
        }
        return all.stream().filter(date -> !date.isBefore(from) && !date.isAfter(to)).toList();
    }

    private static List<LocalDateTime> all(
            Rule rule, LocalDateTime start, @Nullable ZoneId zone, int limit) {
        if (rule.endless()) {
            throw new RecurrenceRefused("The rule has no end: say COUNT or UNTIL.");
        }
        var dates = upToEnd(rule, start, zone, limit);
        if (dates.isEmpty() || !dates.getFirst().equals(start)) {
            throw new RecurrenceRefused(
                    dates.isEmpty()
                            ? "The rule has no date from its start on."
                            : "The start " + start + " is not one of the rule's dates.");
        }
        return dates;
    }

    private static List<LocalDateTime> upToEnd(
            Rule rule, LocalDateTime start, @Nullable ZoneId zone, int limit) {
        var count = rule.count();
        var until = rule.until();
        if (count != null && count > limit) {
            throw tooMany(limit);
        }
        var horizon = start.plusYears(YEARS);
        var last = until == null ? horizon : until.latest(zone);
        if (last.isAfter(horizon)) {
            throw tooFar();
        }
        var most = count == null ? limit + 1 : count;
        var dates =
                rule.dates(start, start, last, most).stream()
                        .filter(date -> rule.covers(date, zone))
                        .toList();
        if (dates.size() > limit) {
            throw tooMany(limit);
        }
        if (count != null && !dates.isEmpty() && dates.size() < count) {
            throw tooFar();
        }
        return dates;
    }

    private static List<LocalDateTime> withStart(
            List<LocalDateTime> dates, LocalDateTime start, LocalDateTime from, LocalDateTime to) {
        if (dates.size() > LARGEST_IN_A_FILE) {
            throw tooMany(LARGEST_IN_A_FILE);
        }
        if (start.isBefore(from) || start.isAfter(to) || dates.contains(start)) {
            return dates;
        }
        var all = new ArrayList<LocalDateTime>();
        all.add(start);
        all.addAll(dates);
        return all;
    }

    private static RecurrenceRefused tooMany(int limit) {
        return new RecurrenceRefused("The rule has more than " + limit + " dates.");
    }

    private static RecurrenceRefused tooFar() {
        return new RecurrenceRefused("The rule reaches more than " + YEARS + " years ahead.");
    }
}
