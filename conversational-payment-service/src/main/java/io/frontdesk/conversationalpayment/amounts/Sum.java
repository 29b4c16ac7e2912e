package io.frontdesk.conversationalpayment.amounts;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sum as written in a message.
 *
 * @param from its first token
 * @param to behind its last token
 * @param values what it can come to; none when it cannot be paid (zero, negative, more decimals
 *     than the currency has, more than ten digits before the point)
 * @param currencies none when none is written, several when it must be asked
 * @param known whether a currency that is written is one that can be paid in
 * @param doubtful whether the number may be something else than money
 */
public record Sum(
        int from,
        int to,
        List<BigDecimal> values,
        List<String> currencies,
        boolean known,
        boolean doubtful) {
    Sum with(int newFrom, int newTo, List<BigDecimal> newValues) {
        return new Sum(newFrom, newTo, newValues, currencies, known, doubtful);
    }

    public boolean clear() {
        return values.size() == 1 && currencies.size() <= 1 && known && !doubtful;
    }
}
