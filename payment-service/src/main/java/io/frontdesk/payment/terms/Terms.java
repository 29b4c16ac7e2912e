package io.frontdesk.payment.terms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * What a tenant accepts.
 *
 * @param version counts the changes; 0 where nothing was ever saved
 * @param currencies ISO 4217 codes; empty accepts all
 * @param limits at most one per currency; without one the largest amount is a million
 */
public record Terms(
        long version,
        String defaultProvider,
        CaptureMode capture,
        Set<String> currencies,
        List<AmountLimit> limits) {
    static final Terms DEFAULT =
            new Terms(0, "sandbox", CaptureMode.AUTOMATIC, Set.of(), List.of());
    private static final BigDecimal LARGEST = new BigDecimal(1_000_000);

    /**
     * Checks an amount to be taken.
     *
     * @throws CurrencyNotAccepted when it is in another currency
     * @throws AmountOutOfRange when it is too small or too large
     */
    public void check(Money amount) {
        var currency = amount.getCurrencyUnit().getCode();
        if (!currencies.isEmpty() && !currencies.contains(currency)) {
            throw new CurrencyNotAccepted(currency, currencies);
        }
        var limit = limits.stream().filter(each -> each.isFor(amount)).findFirst();
        if (limit.isPresent() && !limit.get().allows(amount)) {
            throw new AmountOutOfRange(limit.get().minimum(), limit.get().maximum());
        }
        if (limit.isEmpty() && amount.getAmount().compareTo(LARGEST) > 0) {
            throw new AmountOutOfRange(
                    Money.ofMinor(amount.getCurrencyUnit(), 1),
                    Money.of(amount.getCurrencyUnit(), LARGEST));
        }
    }
}
