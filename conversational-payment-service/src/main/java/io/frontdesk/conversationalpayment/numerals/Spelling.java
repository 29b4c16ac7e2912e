package io.frontdesk.conversationalpayment.numerals;

import com.ibm.icu.text.RuleBasedNumberFormat;
import io.frontdesk.conversationalpayment.wording.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The number words of one language: ICU spells 0 to 999 by each of its rule sets, thousands and
 * millions are put together from those. Words are compared folded and without spaces.
 */
final class Spelling {
    private static final List<String> MILLIONS =
            List.of("millionen", "millones", "millions", "million", "millon");

    private final TreeMap<String, Integer> small = new TreeMap<>();
    private final Map<String, Integer> tens = new HashMap<>();
    private final String thousand;

    Spelling(Locale locale, String thousand, List<Locale> variants) {
        this.thousand = thousand;
        spell(locale);
        variants.forEach(this::spell);
    }

    private void spell(Locale locale) {
        var format =
                new RuleBasedNumberFormat(
                        com.ibm.icu.util.ULocale.forLocale(locale), RuleBasedNumberFormat.SPELLOUT);
        for (var rules : format.getRuleSetNames()) {
            if (rules.startsWith("%spellout-cardinal") || rules.equals("%spellout-numbering")) {
                for (var value = 0; value <= 999; value++) {
                    put(format.format(value, rules), value);
                }
            }
        }
    }

    private void put(String spelled, int value) {
        var letters = letters(spelled);
        add(letters, value);
        add(letters(spelled.replace("ü", "ue").replace("ö", "oe").replace("ß", "ss")), value);
        if (letters.startsWith("onehundred")) {
            add(letters.substring(3), value);
            add("a" + letters.substring(3), value);
        }
        if (letters.endsWith("vingts") || letters.endsWith("cents")) {
            add(letters.substring(0, letters.length() - 1), value); // as it stands before mille
        }
        if (letters.startsWith("einhundert")) {
            add(letters.substring(3), value);
        }
    }

    private void add(String letters, int value) {
        small.putIfAbsent(letters, value);
        if (value >= 10 && value <= 99) {
            tens.putIfAbsent(letters, value);
        }
    }

    private static String letters(String spelled) {
        var folded = new StringBuilder();
        Folding.fold(spelled)
                .chars()
                .filter(Character::isLetter)
                .forEach(it -> folded.append((char) it));
        return folded.toString();
    }

    /** The value of these letters, or -1. */
    long value(String letters) {
        for (var word : MILLIONS) {
            var at = letters.indexOf(word);
            if (at > 0) {
                return sum(
                        below(letters.substring(0, at)),
                        1_000_000,
                        letters.substring(at + word.length()));
            }
        }
        return belowMillion(letters);
    }

    private long sum(int count, int unit, String rest) {
        var behind = rest.isEmpty() ? 0 : unit == 1000 ? below(rest) : belowMillion(rest);
        return count < 1 || behind < 0 ? -1 : (long) count * unit + behind;
    }

    private long belowMillion(String letters) {
        var at = letters.indexOf(thousand);
        if (at < 0) {
            return below(letters);
        }
        var before = letters.substring(0, at);
        var count = before.isEmpty() || before.equals("a") ? 1 : below(before);
        return sum(count, 1000, letters.substring(at + thousand.length()));
    }

    private int below(String letters) {
        return small.getOrDefault(letters, -1);
    }

    /** Whether letters can become a number when more follow. */
    boolean begins(String letters) {
        var rest = letters;
        for (var word : MILLIONS) {
            rest = behind(rest, word);
        }
        rest = behind(rest, thousand);
        var next = small.ceilingKey(rest);
        return rest.isEmpty()
                || rest.equals("a")
                || (next != null && next.startsWith(rest))
                || thousand.startsWith(rest)
                || small.containsKey(rest);
    }

    private static String behind(String letters, String word) {
        var at = letters.indexOf(word);
        return at < 0 ? letters : letters.substring(at + word.length());
    }

    /** Two numbers in one word, such as a price's euros and cents: their values, or nothing. */
    List<Integer> pair(String letters) {
        for (var cut = 3; cut < letters.length() - 2; cut++) {
            var cents = tens.get(letters.substring(cut));
            var whole = small.get(letters.substring(0, cut));
            if (cents != null && whole != null && whole > 0) {
                return List.of(whole, cents);
            }
        }
        return List.of();
    }
}
