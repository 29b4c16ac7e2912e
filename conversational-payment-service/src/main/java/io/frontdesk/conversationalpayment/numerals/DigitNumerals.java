package io.frontdesk.conversationalpayment.numerals;

import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import io.frontdesk.conversationalpayment.wording.Token.Space;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads digits with points, commas, apostrophes and spaces between them. */
final class DigitNumerals {
    private static final Map<String, Integer> POWERS =
            Map.ofEntries(
                    Map.entry("k", 3),
                    Map.entry("hundred", 2),
                    Map.entry("hundert", 2),
                    Map.entry("thousand", 3),
                    Map.entry("tausend", 3),
                    Map.entry("mille", 3),
                    Map.entry("mil", 3),
                    Map.entry("grand", 3),
                    Map.entry("million", 6),
                    Map.entry("millions", 6),
                    Map.entry("millionen", 6),
                    Map.entry("millones", 6),
                    Map.entry("mio", 6));

    private final Message message;
    private final List<String> groups = new ArrayList<>();
    private final StringBuilder separators = new StringBuilder();
    private boolean plainSpace;

    private DigitNumerals(Message message) {
        this.message = message;
    }

    /** The number whose digits, or the point before them, begin at this token. */
    static Numeral at(Message message, int from) {
        if (!pointAhead(message, from)) {
            return new DigitNumerals(message).read(from);
        }
        var digits = message.token(from + 1).text();
        var value = new BigDecimal(digits).movePointLeft(digits.length());
        return new Numeral(from, from + 2, List.of(value), '\0', Notation.DIGITS);
    }

    /** ".50", but not the point that ends a sentence or an abbreviation. */
    static boolean pointAhead(Message message, int at) {
        return message.token(at).symbol(".,")
                && message.glued(at + 1)
                && message.token(at + 1).digits()
                && (!message.glued(at) || message.token(at - 1).symbol("$€£¥-+"));
    }

    private Numeral read(int from) {
        var to = collect(from);
        var readings = readings();
        if (priceTag(to)) {
            return new Numeral(from, tagEnd(to), readings, '\0', Notation.PRICE);
        }
        var power = POWERS.get(message.word(to));
        if (power != null && (power != 3 || !"k".equals(message.word(to)) || message.glued(to))) {
            to++;
            readings = readings.stream().map(it -> it.scaleByPowerOfTen(power)).toList();
            readings = readings.stream().map(DigitNumerals::plain).toList();
            if (POWERS.containsKey(message.word(to))) {
                readings = List.of(); // "50 thousand million"
            }
        }
        var separator = readings.size() > 1 ? separators.charAt(0) : '\0';
        return new Numeral(from, to, readings, separator, Notation.DIGITS);
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private int collect(int from) {
        var at = from;
        groups.add(message.token(at++).text());
        while (at < message.size()) {
            var next = message.token(at);
            if (next.digits() && !next.glued() && groupBehindSpace(next.text())) {
                plainSpace |= next.space() == Space.PLAIN;
                separators.append(' ');
                groups.add(next.text());
                at++;
            } else if (next.symbol(".,'")
                    && next.glued()
                    && message.glued(at + 1)
                    && message.token(at + 1).digits()) {
                separators.append(next.text());
                groups.add(message.token(at + 1).text());
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private boolean groupBehindSpace(String digits) {
        var first = groups.getFirst();
        return digits.length() == 3
                && first.length() <= 3
                && first.charAt(0) != '0'
                && separators.chars().allMatch(it -> it == ' ');
    }

    private List<BigDecimal> readings() {
        var all = String.join("", groups);
        var count = separators.length();
        if (count == 0) {
            return List.of(new BigDecimal(all));
        }
        var last = separators.charAt(count - 1);
        var fraction = groups.getLast().length();
        var decimals = new BigDecimal(all).movePointLeft(fraction);
        var mixed = separators.chars().anyMatch(it -> it != last);
        if (mixed) {
            var once = separators.indexOf(String.valueOf(last)) == count - 1;
            var same = separators.chars().limit(count - 1L).distinct().count() == 1;
            var grouped = once && same && last != ' ' && last != '\'' && grouped(groups.size() - 1);
            return grouped ? List.of(decimals) : List.of();
        }
        if (last == '\'' || last == ' ' || count > 1) {
            if (!grouped(groups.size())) {
                return List.of();
            }
            var whole = new BigDecimal(all);
            return last == ' ' && count == 1 && plainSpace
                    ? List.of(whole, new BigDecimal(groups.getLast()))
                    : List.of(whole);
        }
        var thousands = fraction == 3 && grouped(2) && !groups.getFirst().startsWith("0");
        return thousands ? List.of(new BigDecimal(all), decimals) : List.of(decimals);
    }

    /** Groups of three, or of two before the last three as in India. */
    private boolean grouped(int count) {
        var first = groups.getFirst().length();
        if (first > 3 || groups.get(count - 1).length() != 3) {
            return count == 1 && first <= 3;
        }
        var inner = groups.subList(1, count - 1).stream().mapToInt(String::length).toArray();
        return java.util.Arrays.stream(inner).allMatch(it -> it == 3)
                || (first <= 2 && java.util.Arrays.stream(inner).allMatch(it -> it == 2));
    }

    private boolean priceTag(int at) {
        return message.glued(at)
                && message.token(at).symbol(".,")
                && message.glued(at + 1)
                && message.token(at + 1).symbol("-");
    }

    private int tagEnd(int at) {
        var end = at + 2;
        while (message.glued(end) && message.token(end).symbol("-")) {
            end++;
        }
        return end;
    }
}
