package io.frontdesk.ragknowledge.agreement;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a sentence claims: its figures in a common form, its subject, and yes or no. */
record Claim(
        Map<FigureKind, Set<String>> figures, Set<String> terms, Set<String> days, boolean denies) {

    private static final Pattern DENIAL =
            Pattern.compile(
                    "\\b(?:no|not|cannot|never|without|neither|unavailable|nicht|kein(?:e[nrms]?)?|nie"
                            + "|ohne|pas|aucune?|sin|ningún)\\b|n['’]t\\b");
    private static final Pattern DAY =
            Pattern.compile(
                    "\\b(mon|tue|wed|thu|fri|sat|sun)(?:days?|s?days?|nesdays?|rsdays?|urdays?|s|rs)?\\b");
    private static final List<String> NUMBERS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");
    private static final List<String> ZAHLEN =
            List.of(
                    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht",
                    "neun", "zehn", "elf", "zwölf");

    /**
     * Takes a sentence apart.
     *
     * @param heading what it stands under, which often names its subject
     */
    static Claim of(String sentence, String heading) {
        var lower = sentence.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        var figures = new EnumMap<FigureKind, Set<String>>(FigureKind.class);
        var rest = new StringBuilder(lower);
        for (var kind : FigureKind.values()) {
            var found = new HashSet<String>();
            var matcher = kind.pattern().matcher(rest.toString());
            while (matcher.find()) {
                found.add(common(kind, matcher));
                // What is a price is not an hour as well.
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    rest.setCharAt(i, ' ');
                }
            }
            if (!found.isEmpty()) {
                figures.put(kind, found);
            }
        }
        var days = new HashSet<String>();
        DAY.matcher(lower).results().forEach(day -> days.add(day.group(1)));
        return new Claim(
                figures, Terms.of(heading + " " + rest), days, DENIAL.matcher(lower).find());
    }

    private static String common(FigureKind kind, Matcher found) {
        return switch (kind) {
            case MONEY ->
                    found.group("free") != null ? "0" : amount(either(found, "amount", "amount2"));
            case PERCENT -> amount(found.group("amount"));
            case DATE -> found.group().replaceAll("[.\\s]+", " ");
            case TIME -> time(found);
            case PHONE -> phone(found.group());
            case DURATION -> duration(found.group("amount"), found.group("unit"));
        };
    }

    /** The currency is left out: "95 €" and "95 EUR" agree, and few businesses take two. */
    private static String amount(String written) {
        var text = written.replaceAll("'|[.,]+$", "");
        int mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        boolean decimals = mark >= 0 && text.length() - mark - 1 != 3;
        var whole = (decimals ? text.substring(0, mark) : text).replaceAll("[.,]", "");
        var part = decimals && mark + 1 < text.length() ? text.substring(mark + 1) : "0";
        return new BigDecimal(whole + "." + part).stripTrailingZeros().toPlainString();
    }

    private static String time(Matcher found) {
        if (found.group("noon") != null) {
            return "720";
        }
        int hour = Integer.parseInt(either(found, "hour", "hour2", "hour3"));
        int minute = Integer.parseInt(either(found, "minute", "minute2", "minute3"));
        var half = found.group("half");
        if (half != null) {
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        }
        return Integer.toString(hour * 60 + minute);
    }

    /** The last digits, for some numbers are written with the code of the country and some not. */
    private static String phone(String written) {
        var digits = written.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 7));
    }

    private static String duration(String amount, String unit) {
        int word = Math.max(NUMBERS.indexOf(amount), ZAHLEN.indexOf(amount.replace("eine", "ein")));
        var number = new BigDecimal(word >= 0 ? Integer.toString(word) : amount(amount));
        int minutes =
                switch (unit) {
                    case "minute", "min" -> 1;
                    case "hour", "stunde" -> 60;
                    case "day", "tag" -> 1440;
                    case "week", "woche" -> 7 * 1440;
                    case "month", "monat" -> 30 * 1440;
                    default -> 365 * 1440;
                };
        return number.multiply(BigDecimal.valueOf(minutes)).stripTrailingZeros().toPlainString();
    }

    /** The first of the groups that was found; 0 where none was. */
    private static String either(Matcher found, String... groups) {
        return Stream.of(groups)
                .flatMap(group -> Stream.ofNullable(found.group(group)))
                .findFirst()
                .orElse("0");
    }
}
