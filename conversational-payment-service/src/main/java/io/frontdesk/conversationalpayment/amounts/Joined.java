package io.frontdesk.conversationalpayment.amounts;

import io.frontdesk.conversationalpayment.currencies.Setting;
import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Joins what belongs together: "12 Euro 50", "10 euros and 5 cents", "10 to 20 €", "2 x 50 €". */
final class Joined {
    private static final Set<String> WITH = Set.of("", "et", "con", "mit", "with");
    private static final Set<String> AND = Set.of("", "and", "und", "et", "y", "con", ",");
    private static final Set<String> OR =
            Set.of(
                    "-",
                    "/",
                    "or",
                    "oder",
                    "ou",
                    "o",
                    "to",
                    "bis",
                    "a",
                    "and",
                    "und",
                    "et",
                    "y",
                    "statt",
                    "anstatt",
                    "not",
                    "nicht",
                    "sondern",
                    "but",
                    "mais",
                    "sino",
                    "pas",
                    "instead of",
                    "rather than",
                    "au lieu de",
                    "en vez de",
                    "en lugar de",
                    "up to",
                    ", not",
                    ", nicht",
                    ", pas",
                    ", sondern",
                    ", mais",
                    ", sino",
                    ", but");
    private static final Set<String> TIMES = Set.of("x", "×", "mal", "times", "fois", "veces", "*");

    private final Message message;
    private final Setting setting;
    private final Map<Numeral, Sum> sums;
    private final Map<Numeral, Sum> hundredths;

    Joined(Message message, Setting setting, PricedNumerals priced) {
        this.message = message;
        this.setting = setting;
        this.sums = new LinkedHashMap<>(priced.sums());
        this.hundredths = new LinkedHashMap<>(priced.hundredths());
    }

    Map<Numeral, Sum> join(List<Numeral> numerals, List<Numeral> counting) {
        for (var index = numerals.size() - 1; index >= 0; index--) {
            var numeral = numerals.get(index);
            var next = index + 1 < numerals.size() ? numerals.get(index + 1) : null;
            if (next == null || counting.contains(numeral)) {
                continue;
            }
            var sum = sums.get(numeral);
            if (sum == null) {
                inherit(numeral, next);
            } else if (!counting.contains(next)) {
                appendHundredths(numeral, sum, next);
            }
        }
        sums.putAll(hundredths);
        return sums;
    }

    private void appendHundredths(Numeral numeral, Sum sum, Numeral next) {
        var cents = hundredths.get(next);
        if (cents != null && AmountReader.gap(message, sum.to(), cents.from(), AND)) {
            hundredths.remove(next);
            var whole = next.whole();
            sums.put(numeral, sum.with(sum.from(), cents.to(), plus(sum, whole < 100 ? whole : 0)));
        } else if (bareHundredths(sum, next)) {
            var clear = next.whole() >= 10;
            var values =
                    clear
                            ? plus(sum, next.whole())
                            : Stream.of(plus(sum, next.whole()), plus(sum, next.whole() * 10))
                                    .flatMap(List::stream)
                                    .toList();
            sums.put(numeral, sum.with(sum.from(), next.to(), values));
        }
    }

    private boolean bareHundredths(Sum sum, Numeral next) {
        return !sums.containsKey(next)
                && !hundredths.containsKey(next)
                && next.notation() != Notation.ARTICLE
                && next.whole() > 0
                && next.whole() < 100
                && AmountReader.gap(message, sum.to(), next.from(), WITH)
                && !NotMoney.measured(message, next)
                && !NotMoney.reference(message, next)
                && sum.values().size() == 1
                && sum.values().getFirst().stripTrailingZeros().scale() <= 0;
    }

    private List<BigDecimal> plus(Sum sum, int hundredthsMore) {
        var decimals = Values.decimals(sum.currencies(), setting);
        if (sum.values().size() != 1 || hundredthsMore <= 0 || decimals < 2) {
            return List.of();
        }
        var whole = sum.values().getFirst();
        return whole.stripTrailingZeros().scale() > 0
                ? List.of()
                : List.of(
                        Values.scaled(whole.add(BigDecimal.valueOf(hundredthsMore, 2)), decimals));
    }

    private void inherit(Numeral numeral, Numeral next) {
        var sum = sums.get(next);
        if (sum == null || hundredths.containsKey(numeral)) {
            return;
        }
        if (numeral.notation() != Notation.ARTICLE
                && AmountReader.gap(message, numeral.to(), sum.from(), OR)) {
            var values = Values.of(numeral, false, sum.currencies(), setting);
            sums.put(numeral, sum.with(numeral.from(), numeral.to(), values));
        } else if (AmountReader.gap(message, numeral.to(), sum.from(), TIMES)) {
            sums.put(next, sum.with(numeral.from(), sum.to(), times(sum, numeral.only())));
        }
    }

    private static List<BigDecimal> times(Sum sum, @Nullable BigDecimal count) {
        return count == null || sum.values().size() != 1
                ? List.of()
                : List.of(sum.values().getFirst(), sum.values().getFirst().multiply(count));
    }
}
