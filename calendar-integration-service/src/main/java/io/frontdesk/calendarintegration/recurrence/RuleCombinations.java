package io.frontdesk.calendarintegration.recurrence;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which parts may stand together (RFC 5545, 3.3.10, and what {@link Rule} says of its own). */
final class RuleCombinations {
    private static final Pattern ORDINAL = Pattern.compile(".*\\d.*");

    private RuleCombinations() {}

    static void check(Map<String, String> parts, int mostTimesADay) {
        var frequency = parts.getOrDefault("FREQ", "");
        apart(parts, "COUNT", "UNTIL");
        if (!frequency.equals("YEARLY")) {
            only(parts, "BYYEARDAY", "yearly");
            only(parts, "BYWEEKNO", "yearly");
        }
        apart(parts, "BYYEARDAY", "BYMONTH", "BYMONTHDAY", "BYWEEKNO");
        apart(parts, "BYWEEKNO", "BYMONTH", "BYMONTHDAY", "INTERVAL");
        if (frequency.equals("WEEKLY")) {
            if (parts.containsKey("BYMONTHDAY")) {
                throw new RecurrenceRefused("BYMONTHDAY makes no sense in a weekly rule.");
            }
            if (parts.containsKey("BYSETPOS")) {
                apart(parts, "BYSETPOS", "BYMONTH");
            }
        }
        ordinals(parts, frequency);
        positions(parts);
        timesADay(parts, mostTimesADay);
    }

    private static void ordinals(Map<String, String> parts, String frequency) {
        if (!ORDINAL.matcher(parts.getOrDefault("BYDAY", "")).matches()) {
            return;
        }
        var month = Set.of("MONTHLY", "YEARLY").contains(frequency);
        if (!month
                || Stream.of("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO").anyMatch(parts::containsKey)) {
            throw new RecurrenceRefused(
                    "A weekday with a number, like 2MO, stands in monthly and yearly rules only,"
                            + " and not beside BYMONTHDAY, BYYEARDAY or BYWEEKNO.");
        }
    }

    private static void positions(Map<String, String> parts) {
        if (parts.containsKey("BYSETPOS")
                && parts.keySet().stream().filter(name -> name.startsWith("BY")).count() < 2) {
            throw new RecurrenceRefused("BYSETPOS needs another BY part to choose from.");
        }
    }

    private static void timesADay(Map<String, String> parts, int most) {
        var times =
                Stream.of("BYHOUR", "BYMINUTE", "BYSECOND")
                        .map(parts::get)
                        .mapToInt(list -> list == null ? 1 : list.split(",", -1).length)
                        .reduce(1, Math::multiplyExact);
        if (times > most) {
            throw new RecurrenceRefused("A rule has at most " + most + " times of day.");
        }
    }

    private static void only(Map<String, String> parts, String name, String frequency) {
        if (parts.containsKey(name)) {
            throw new RecurrenceRefused(name + " stands in " + frequency + " rules only.");
        }
    }

    private static void apart(Map<String, String> parts, String one, String... others) {
        for (var other : others) {
            if (parts.containsKey(one) && parts.containsKey(other)) {
                throw new RecurrenceRefused(one + " and " + other + " do not go together.");
            }
        }
    }
}
