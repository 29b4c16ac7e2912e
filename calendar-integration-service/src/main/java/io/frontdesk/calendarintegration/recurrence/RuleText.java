package io.frontdesk.calendarintegration.recurrence;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Splits the text of a rule into its parts and refuses what no part may say. */
final class RuleText {
    private static final int LONGEST = 500;
    private static final String DAY = "(MO|TU|WE|TH|FR|SA|SU)";
    private static final Map<String, Pattern> PARTS =
            Map.ofEntries(
                    Map.entry("FREQ", Pattern.compile("DAILY|WEEKLY|MONTHLY|YEARLY")),
                    Map.entry("INTERVAL", Pattern.compile("0*[1-9]\\d{0,2}")),
                    Map.entry("COUNT", Pattern.compile("0*[1-9]\\d{0,8}")),
                    Map.entry("UNTIL", Pattern.compile("\\d{8}(T\\d{6}Z?)?")),
                    Map.entry("WKST", Pattern.compile(DAY)),
                    Map.entry("BYDAY", list("([+-]?([1-4]?[1-9]|[1-5]0|5[1-3]))?" + DAY)),
                    Map.entry("BYMONTHDAY", list("[+-]?(0?[1-9]|[12]\\d|3[01])")),
                    Map.entry("BYYEARDAY", list("[+-]?" + upTo366())),
                    Map.entry("BYSETPOS", list("[+-]?" + upTo366())),
                    Map.entry("BYWEEKNO", list("[+-]?(0?[1-9]|[1-4]\\d|5[0-3])")),
                    Map.entry("BYMONTH", list("0?[1-9]|1[0-2]")),
                    Map.entry("BYHOUR", list("[01]?\\d|2[0-3]")),
                    Map.entry("BYMINUTE", list("[0-5]?\\d")),
                    Map.entry("BYSECOND", list("[0-5]?\\d")));

    private RuleText() {}

    static Map<String, String> parts(String rule) {
        if (rule.length() > LONGEST) {
            throw new RecurrenceRefused("A rule has at most " + LONGEST + " characters.");
        }
        var parts = new LinkedHashMap<String, String>();
        for (var part : rule.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var pattern = PARTS.get(name);
            if (equals < 0 || pattern == null) {
                throw new RecurrenceRefused(
                        "A rule is made of parts like FREQ=WEEKLY, divided by semicolons; one of"
                                + " its parts is unknown.");
            }
            var value = part.substring(equals + 1);
            if (!pattern.matcher(value).matches()) {
                throw new RecurrenceRefused(wrong(name));
            }
            if (parts.putIfAbsent(name, value) != null) {
                throw new RecurrenceRefused(name + " stands twice in the rule.");
            }
        }
        if (!parts.containsKey("FREQ")) {
            throw new RecurrenceRefused("A rule says FREQ.");
        }
        return parts;
    }

    private static String wrong(String name) {
        return switch (name) {
            case "FREQ" -> "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY: nothing repeats faster.";
            case "INTERVAL" -> "INTERVAL is a number from 1 to 999.";
            case "COUNT" -> "COUNT is a number from 1.";
            case "UNTIL" -> "UNTIL looks like 20271231 or 20271231T235959.";
            default -> name + " has a value that it cannot have.";
        };
    }

    /** Possessive: whatever the text, each of its characters is read a few times at most. */
    private static Pattern list(String item) {
        return Pattern.compile("((" + item + ")(,|$))++(?<!,)");
    }

    private static String upTo366() {
        return "(0{0,2}[1-9]|0?[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])";
    }
}
