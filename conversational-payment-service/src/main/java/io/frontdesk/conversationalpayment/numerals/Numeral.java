package io.frontdesk.conversationalpayment.numerals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number in a message.
 *
 * @param from its first token
 * @param to behind its last token
 * @param readings what it can mean: none for digits that no rule of writing explains, one, or
 *     several, the one with thousands first ("1.234")
 * @param separator the single separator that makes it ambiguous, else 0
 * @param notation how it is written
 */
public record Numeral(
        int from, int to, List<BigDecimal> readings, char separator, Notation notation) {
    /** How a number is written. */
    public enum Notation {
        DIGITS,
        WORDS,
        /** An indefinite article, which counts only beside a unit. */
        ARTICLE,
        /** As on a price tag: "50.-". */
        PRICE
    }

    public @Nullable BigDecimal only() {
        return readings.size() == 1 ? readings.getFirst() : null;
    }

    /** The whole number that it is without doubt, or -1. */
    public int whole() {
        var value = only();
        if (value == null || value.signum() < 0 || value.precision() > 9 || value.scale() > 0) {
            return -1;
        }
        return value.intValueExact();
    }
}
