package io.frontdesk.ragknowledge.figure;

import java.util.Map;
import java.util.regex.Pattern;

/** Spellings that mean the same unit, currency or number. */
final class Units {

    /** A regular expression of the units known. */
    static final String NAMES =
            "seconds?|secs?|minutes?|mins?|minuten?|hours?|hrs?|h|stunden?|days?|tage?n?|business days?"
                    + "|calendar days?|working days?|weeks?|wochen?|months?|monate?n?|years?|jahre?n?|yrs?"
                    + "|nights?|kg|g|grams?|kilograms?|lbs?|pounds|km|kilometers?|miles?|m|meters?|cm|mm"
                    + "|inch(?:es)?|feet|ft|l|liters?|litres?|ml|mb|gb|tb|people|persons?|guests?|seats?"
                    + "|rooms?|beds?|sessions?|visits?|times?|copies|pages?|items?|characters?|floors?";

    private static final Pattern UNIT = Pattern.compile("(?:" + NAMES + ")$");
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("sec", "second"),
                    Map.entry("min", "minute"),
                    Map.entry("hr", "hour"),
                    Map.entry("h", "hour"),
                    Map.entry("yr", "year"),
                    Map.entry("minuten", "minute"),
                    Map.entry("stunde", "hour"),
                    Map.entry("stunden", "hour"),
                    Map.entry("tag", "day"),
                    Map.entry("tage", "day"),
                    Map.entry("tagen", "day"),
                    Map.entry("woche", "week"),
                    Map.entry("wochen", "week"),
                    Map.entry("monat", "month"),
                    Map.entry("monate", "month"),
                    Map.entry("monaten", "month"),
                    Map.entry("jahr", "year"),
                    Map.entry("jahre", "year"),
                    Map.entry("jahren", "year"),
                    Map.entry("gram", "g"),
                    Map.entry("kilogram", "kg"),
                    Map.entry("kilometer", "km"),
                    Map.entry("meter", "m"),
                    Map.entry("liter", "l"),
                    Map.entry("litre", "l"),
                    Map.entry("person", "people"),
                    Map.entry("lb", "pound"));
    private static final Map<String, String> CURRENCIES =
            Map.ofEntries(
                    Map.entry("€", "eur"),
                    Map.entry("euro", "eur"),
                    Map.entry("евро", "eur"),
                    Map.entry("$", "dollar"),
                    Map.entry("buck", "dollar"),
                    Map.entry("£", "gbp"),
                    Map.entry("pound", "gbp"),
                    Map.entry("franc", "chf"),
                    Map.entry("franken", "chf"),
                    Map.entry("元", "cny"),
                    Map.entry("rmb", "cny"),
                    Map.entry("yuan", "cny"));
    private static final Map<String, String> NUMBERS =
            Map.ofEntries(
                    Map.entry("one", "1"),
                    Map.entry("two", "2"),
                    Map.entry("three", "3"),
                    Map.entry("four", "4"),
                    Map.entry("five", "5"),
                    Map.entry("six", "6"),
                    Map.entry("seven", "7"),
                    Map.entry("eight", "8"),
                    Map.entry("nine", "9"),
                    Map.entry("ten", "10"),
                    Map.entry("eleven", "11"),
                    Map.entry("twelve", "12"));

    private Units() {}

    static String unit(String text) {
        var found = UNIT.matcher(text);
        var name = found.find() ? found.group() : text;
        var single =
                name.length() > 2 && name.endsWith("s")
                        ? name.substring(0, name.length() - 1)
                        : name;
        return SAME.getOrDefault(name, SAME.getOrDefault(single, single));
    }

    static String currency(String text) {
        var name = text.replaceAll("[\\d\\s.,'-]", "").replaceAll("^(?:[a-z]+)(?=[$€£])", "");
        for (var number : NUMBERS.keySet()) {
            name = name.startsWith(number) ? name.substring(number.length()) : name;
        }
        var single =
                name.length() > 3 && name.endsWith("s")
                        ? name.substring(0, name.length() - 1)
                        : name;
        return CURRENCIES.getOrDefault(name, CURRENCIES.getOrDefault(single, single));
    }

    static String number(String word) {
        return NUMBERS.getOrDefault(word, word);
    }
}
