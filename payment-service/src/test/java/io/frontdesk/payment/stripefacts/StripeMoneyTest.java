package io.frontdesk.payment.stripefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.payment.refusal.ProviderRefused;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeMoneyTest {
    private static final long MOST = 99_999_999_999L;

    /** Stripe's own list, and the two that it writes with two decimals all the same. */
    private static final Set<String> WHOLE =
            Set.of(
                    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND",
                    "VUV", "XAF", "XOF", "XPF");

    @ParameterizedTest
    @CsvSource({
        "EUR 12.50, 1250",
        "USD 0.01, 1",
        "JPY 500, 500",
        "KRW 1, 1",
        "KWD 5.120, 5120",
        "BHD 0.010, 10",
        "ISK 5, 500",
        "UGX 5, 500",
        "MGA 7.00, 7",
        "HUF 10.45, 1045",
        "TWD 800.45, 80045"
    })
    void countsAsStripeDoes(String amount, long units) {
        var money = Money.parse(amount);
        assertThat(StripeMoney.units(money)).isEqualTo(units);
        assertThat(
                        StripeMoney.money(
                                units, money.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT)))
                .isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EUR 0.00",
                "EUR -1.00",
                "JPY 0",
                "KWD 5.124",
                "KWD 0.001",
                "MGA 7.50",
                "TND 1.005"
            })
    void refusesWhatStripeCannotTake(String amount) {
        assertThatThrownBy(() -> StripeMoney.units(Money.parse(amount)))
                .isInstanceOf(ProviderRefused.class)
                .hasMessageContaining(amount);
    }

    @Test
    void refusesMoreThanANumberHolds() {
        var endless = Money.of(CurrencyUnit.EUR, new BigDecimal("1e30"));
        assertThatThrownBy(() -> StripeMoney.units(endless)).isInstanceOf(ProviderRefused.class);
    }

    @Test
    void roundsFeesAlone() {
        assertThat(StripeMoney.fee(725, "isk")).isEqualTo(Money.parse("ISK 7"));
        assertThat(StripeMoney.fee(750, "isk")).isEqualTo(Money.parse("ISK 8"));
        assertThat(StripeMoney.fee(39, "eur")).isEqualTo(Money.parse("EUR 0.39"));
        assertThatThrownBy(() -> StripeMoney.money(725, "isk"))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void everyAmountThatStripeTellsComesBackTheSame(
            @ForAll("currencies") CurrencyUnit currency,
            @ForAll @LongRange(min = 1, max = MOST) long any) {
        var units = any * step(currency);
        var money = StripeMoney.money(units, currency.getCode().toLowerCase(Locale.ROOT));
        assertThat(StripeMoney.units(money)).isEqualTo(units);
    }

    @Property
    void everyAmountIsSentExactlyOrNotAtAll(
            @ForAll("currencies") CurrencyUnit currency,
            @ForAll @LongRange(min = 1, max = MOST) long minor) {
        var money = Money.ofMinor(currency, minor);
        long units;
        try {
            units = StripeMoney.units(money);
        } catch (ProviderRefused inexact) {
            assertThat(Set.of("MGA", "three")).contains(kind(currency));
            return;
        }
        assertThat(StripeMoney.money(units, currency.getCode().toLowerCase(Locale.ROOT)))
                .isEqualTo(money);
        if (WHOLE.contains(currency.getCode())) {
            assertThat(BigDecimal.valueOf(units)).isEqualByComparingTo(money.getAmount());
        }
    }

    @Provide
    Arbitrary<CurrencyUnit> currencies() {
        return Arbitraries.of(
                CurrencyUnit.registeredCurrencies().stream()
                        .filter(currency -> currency.getDecimalPlaces() <= 3)
                        .filter(currency -> !currency.isPseudoCurrency())
                        .toList());
    }

    private static String kind(CurrencyUnit currency) {
        return currency.getDecimalPlaces() == 3 ? "three" : currency.getCode();
    }

    private static long step(CurrencyUnit currency) {
        return currency.getDecimalPlaces() == 3
                ? 10
                : Set.of("ISK", "UGX").contains(currency.getCode()) ? 100 : 1;
    }
}
