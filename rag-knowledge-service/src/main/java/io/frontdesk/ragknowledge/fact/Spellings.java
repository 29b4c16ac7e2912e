package io.frontdesk.ragknowledge.fact;

import io.frontdesk.ragknowledge.fact.Fact.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which people write a value. */
final class Spellings {

    private static final Map<String, String> SYMBOLS =
            Map.of("EUR", "€", "USD", "$", "GBP", "£", "JPY", "¥", "INR", "₹", "CHF", "Fr.");
    private static final Map<String, List<String>> WORDS =
            Map.of(
                    "EUR", List.of("euro", "euros"),
                    "USD", List.of("dollar", "dollars"),
                    "GBP", List.of("pound", "pounds"),
                    "JPY", List.of("yen"),
                    "CHF", List.of("franc", "francs"));
    private static final Pattern PARTS =
            Pattern.compile("(?:(\\d+) hours?)? ?(?:(\\d+) minutes?)?");

    private Spellings() {}

    static List<String> of(Kind kind, String said) {
        var all = new LinkedHashSet<String>();
        all.add(said);
        switch (kind) {
            case PRICE -> price(said, all);
            case DURATION -> durations(said, all);
            case HOURS -> hours(said, all);
            case PHONE -> {
                var digits = said.replaceAll("\\D", "");
                all.add("+" + digits);
                all.add("00" + digits);
                all.add(said.replaceAll("[().-]", " ").replaceAll(" +", " "));
            }
            case EMAIL, ADDRESS -> {}
        }
        return List.copyOf(all);
    }

    /** Whole hours and minutes, as in {@code 1 hour 30 minutes}. */
    static String duration(Duration duration) {
        var hours = counted(duration.toHours(), "hour");
        var minutes = counted(duration.toMinutesPart(), "minute");
        return hours.isEmpty() || minutes.isEmpty() ? hours + minutes : hours + " " + minutes;
    }

    private static String counted(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    private static void price(String said, Set<String> all) {
        var parts = said.split(" ", 2);
        var amounts = new ArrayList<>(List.of(parts[0]));
        if (parts[0].contains(".")) {
            amounts.add(parts[0].replace('.', ','));
        }
        var exact = new BigDecimal(parts[0]);
        if (exact.stripTrailingZeros().scale() <= 0) {
            amounts.add(exact.toBigInteger().toString());
        }
        for (var amount : amounts) {
            all.add(amount + " " + parts[1]);
            all.add(parts[1] + " " + amount);
            var symbol = SYMBOLS.get(parts[1]);
            if (symbol != null) {
                all.addAll(List.of(symbol + amount, symbol + " " + amount, amount + symbol));
                all.add(amount + " " + symbol);
            }
            WORDS.getOrDefault(parts[1], List.of()).forEach(word -> all.add(amount + " " + word));
        }
    }

    private static void durations(String said, Set<String> all) {
        var parts = PARTS.matcher(said);
        if (!parts.matches()) {
            return;
        }
        int hours = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        int minutes = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int total = hours * 60 + minutes;
        all.addAll(List.of(total + " minutes", total + " min", total + "-minute"));
        if (hours > 0 && minutes > 0) {
            all.add(said.replaceFirst("(hours?) ", "$1 and "));
            all.add("%d h %d min".formatted(hours, minutes));
        } else if (hours > 0) {
            all.addAll(List.of(hours + " h", hours + "-hour"));
        }
        if (hours == 1 && minutes == 0) {
            all.addAll(List.of("an hour", "one hour"));
        } else if (total == 30) {
            all.add("half an hour");
        }
    }

    private static void hours(String said, Set<String> all) {
        var times = said.substring(said.indexOf(' ') + 1);
        all.add(times);
        for (var time : times.split("-", -1)) {
            if (time.matches("\\d\\d:\\d\\d")) {
                all.add(time);
                clock(time, all);
            }
        }
    }

    private static void clock(String time, Set<String> all) {
        int hour = Integer.parseInt(time.substring(0, 2));
        var minute = time.substring(3);
        all.add(hour + ":" + minute);
        var half = hour % 24 < 12 ? "am" : "pm";
        int twelve = hour % 12 == 0 ? 12 : hour % 12;
        var spelled = new ArrayList<>(List.of(twelve + ":" + minute));
        if (minute.equals("00")) {
            spelled.add(String.valueOf(twelve));
        }
        for (var each : spelled) {
            all.add(each + " " + half);
            all.add(each + half);
            all.add(each + " " + half.charAt(0) + ".m.");
        }
    }
}
