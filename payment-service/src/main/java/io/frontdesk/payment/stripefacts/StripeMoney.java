package io.frontdesk.payment.stripefacts;

import io.frontdesk.payment.refusal.ProviderRefused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts as Stripe counts them: whole numbers of a currency's smallest unit, exactly. Where Stripe
 * counts other than ISO 4217 does is in <a href="https://docs.stripe.com/currencies">its list</a>;
 * HUF and TWD differ for payouts alone, which are not ours to make.
 */
public final class StripeMoney {
    /**
     * Decimals where Stripe's differ from ISO 4217's: MGA counts in whole ariary, while ISK and UGX
     * are still written with two decimals that are always 00.
     */
    private static final Map<String, Integer> DECIMALS = Map.of("MGA", 0, "ISK", 2, "UGX", 2);

    private StripeMoney() {}

    /**
     * An amount as a request carries it.
     *
     * @throws ProviderRefused when Stripe cannot take exactly this amount: nothing or less, a part
     *     of the smallest unit, or, in a currency of three decimals, an amount whose last is not 0
     */
    public static long units(Money amount) {
        if (!amount.isPositive()) {
            throw new ProviderRefused("Stripe moves amounts above zero only, not " + amount);
        }
        var decimals = decimals(amount.getCurrencyUnit());
        try {
            var units = amount.getAmount().movePointRight(decimals).longValueExact();
            if (decimals == 3 && units % 10 != 0) {
                throw new ProviderRefused(
                        "Stripe takes " + code(amount) + " with two decimals, not " + amount);
            }
            return units;
        } catch (ArithmeticException inexact) {
            throw new ProviderRefused(
                    "Stripe takes "
                            + code(amount)
                            + " with "
                            + decimals
                            + " decimals, up to a"
                            + " limit, and cannot take "
                            + amount,
                    inexact);
        }
    }

    /**
     * An amount as an answer carries it.
     *
     * @param currency as Stripe writes it, in lower case
     * @throws ArithmeticException for a part of a unit that the currency does not have
     */
    public static Money money(long units, String currency) {
        var unit = CurrencyUnit.of(currency.toUpperCase(Locale.ROOT));
        return Money.of(unit, BigDecimal.valueOf(units, decimals(unit)).stripTrailingZeros());
    }

    /**
     * A fee, which is computed and may have a part of a unit where ISK and UGX are written with two
     * decimals: rounded half up to what the currency has.
     */
    public static Money fee(long units, String currency) {
        var unit = CurrencyUnit.of(currency.toUpperCase(Locale.ROOT));
        return Money.of(unit, BigDecimal.valueOf(units, decimals(unit)), RoundingMode.HALF_UP);
    }

    private static int decimals(CurrencyUnit currency) {
        return DECIMALS.getOrDefault(currency.getCode(), currency.getDecimalPlaces());
    }

    private static String code(Money amount) {
        return amount.getCurrencyUnit().getCode();
    }
}
