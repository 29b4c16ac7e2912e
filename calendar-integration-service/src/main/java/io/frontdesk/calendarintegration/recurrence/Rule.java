package io.frontdesk.calendarintegration.recurrence;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * A rule that makes sense. ical4j finds its dates; what ical4j reads otherwise than RFC 5545 is
 * either taken out of its hands or refused:
 *
 * <ul>
 *   <li>WKST is always said, since ical4j's default is not Monday.
 *   <li>BYMONTH of a weekly rule is applied here: ical4j asks for the month of one day of the week
 *       only. A weekly rule with both BYMONTH and BYSETPOS is refused.
 *   <li>Ordinals in BYDAY beside BYMONTHDAY or BYYEARDAY limit (table in 3.3.10); ical4j finds
 *       nothing then, so they are refused. So are BYYEARDAY or BYWEEKNO beside parts for whose
 *       combination the RFC gives no clear reading.
 * </ul>
 *
 * @param engine what ical4j gets: without COUNT and UNTIL, which are counted here
 * @param months where the dates must lie; empty for anywhere
 */
record Rule(String engine, Set<Integer> months, @Nullable Integer count, @Nullable Until until) {
    private static final int MOST_TIMES_A_DAY = 8;

    static Rule parse(String text) {
        var parts = RuleText.parts(text);
        RuleCombinations.check(parts, MOST_TIMES_A_DAY);
        var weekly = "WEEKLY".equals(parts.get("FREQ"));
        var months = parts.get("BYMONTH");
        var filtered = weekly && months != null;
        var count = parts.get("COUNT");
        var until = parts.get("UNTIL");
        return new Rule(
                engine(parts, filtered),
                filtered && months != null ? numbers(months) : Set.of(),
                count == null ? null : Integer.valueOf(count),
                until == null ? null : Until.parse(until));
    }

    boolean endless() {
        return count == null && until == null;
    }

    /** At most {@code most} of the dates from {@code from} to {@code to}, both included. */
    List<LocalDateTime> dates(LocalDateTime start, LocalDateTime from, LocalDateTime to, int most) {
        var recur = new Recur<LocalDateTime>(engine);
        if (months.isEmpty()) {
            return sorted(recur.getDates(start, from, to.plusSeconds(1), most), from, to);
        }
        var found = new ArrayList<LocalDateTime>();
        for (var year = from; !year.isAfter(to) && found.size() < most; year = year.plusYears(1)) {
            var next = year.plusYears(1);
            var end = next.isAfter(to) ? to : next.minusSeconds(1);
            sorted(recur.getDates(start, year, end.plusSeconds(1), -1), year, end).stream()
                    .filter(date -> months.contains(date.getMonthValue()))
                    .forEach(found::add);
        }
        return found.stream().limit(most).toList();
    }

    /** The engine's own ends are not all inclusive. */
    private static List<LocalDateTime> sorted(
            List<LocalDateTime> dates, LocalDateTime from, LocalDateTime to) {
        return dates.stream()
                .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                .sorted()
                .distinct()
                .toList();
    }

    boolean covers(LocalDateTime date, @Nullable ZoneId zone) {
        return until == null || until.covers(date, zone);
    }

    private static String engine(Map<String, String> parts, boolean withoutMonths) {
        var kept =
                parts.entrySet().stream()
                        .filter(part -> !Set.of("COUNT", "UNTIL", "WKST").contains(part.getKey()))
                        .filter(part -> !(withoutMonths && part.getKey().equals("BYMONTH")))
                        .map(part -> part.getKey() + "=" + part.getValue());
        var weekStart = "WKST=" + parts.getOrDefault("WKST", "MO");
        return Stream.concat(kept, Stream.of(weekStart)).collect(Collectors.joining(";"));
    }

    private static Set<Integer> numbers(String list) {
        return Arrays.stream(list.split(",", -1)).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
