package io.frontdesk.conversationalpayment.amounts;

import io.frontdesk.conversationalpayment.currencies.CurrencyWords;
import io.frontdesk.conversationalpayment.currencies.Setting;
import io.frontdesk.conversationalpayment.numerals.Numeral;
import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * What a number comes to as money. "1.234" is thousands where the visitor's locale groups so and a
 * currency without thousandths is written, a decimal where the currency has three and the locale
 * points so, and else both.
 */
final class Values {
    private static final int MOST_DIGITS = 10;

    private Values() {}

    static List<BigDecimal> of(
            Numeral numeral, boolean negative, List<String> currencies, Setting setting) {
        var decimals = decimals(currencies, setting);
        var readings = readings(numeral, decimals, currencies.size() == 1, setting);
        if (negative) {
            return List.of();
        }
        var strict = readings.size() == 1;
        return readings.stream()
                .filter(it -> it.signum() > 0 && it.precision() - it.scale() <= MOST_DIGITS)
                .map(it -> scaled(it, decimals))
                .filter(it -> !strict || it.scale() <= decimals)
                .toList();
    }

    static int decimals(List<String> currencies, Setting setting) {
        var written = currencies.size() == 1 ? CurrencyWords.unit(currencies.getFirst()) : null;
        CurrencyUnit unit = written != null ? written : setting.currency();
        return unit == null || currencies.size() > 1 ? 2 : unit.getDecimalPlaces();
    }

    /** Without needless zeros beyond the currency's decimals, with those that it has. */
    static BigDecimal scaled(BigDecimal value, int decimals) {
        var plain = value.stripTrailingZeros();
        return plain.scale() <= decimals ? plain.setScale(decimals) : plain;
    }

    private static List<BigDecimal> readings(
            Numeral numeral, int decimals, boolean currencyWritten, Setting setting) {
        var readings = numeral.readings();
        if (readings.size() < 2 || numeral.notation() == Notation.WORDS) {
            return readings;
        }
        var symbols = DecimalFormatSymbols.getInstance(setting.locale());
        var grouping = symbols.getGroupingSeparator();
        if (numeral.separator() == ' ') {
            return Character.isSpaceChar(grouping) ? readings.subList(0, 1) : readings;
        }
        if (decimals == 3) {
            var point = numeral.separator() == symbols.getDecimalSeparator();
            return point ? readings.subList(1, 2) : readings;
        }
        var thousands = currencyWritten && (decimals == 0 || numeral.separator() == grouping);
        return thousands ? readings.subList(0, 1) : readings;
    }
}
