package io.frontdesk.conversationalpayment.rulereading;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.frontdesk.conversationalpayment.understanding.Ambiguity.Kind;
import io.frontdesk.conversationalpayment.understanding.Asked;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;

class WrittenAmountsPropertyTest {
    private final RuleReader reader = new RuleReader();

    @Property(tries = 4_000)
    void readsAFormattedAmountAsItselfOrAsAmbiguous(
            @ForAll("locales") String locale,
            @ForAll("currencies") String currency,
            @ForAll @LongRange(min = 1, max = 99_999_999_99L) long minor,
            @ForAll @IntRange(max = 4) int style) {
        var unit = CurrencyUnit.of(currency);
        var value = BigDecimal.valueOf(minor, unit.getDecimalPlaces());
        var text = formatted(Locale.forLanguageTag(locale), currency, value, style);
        for (var asked : new Asked[] {Asked.WHICH_AMOUNT, Asked.NOTHING}) {
            var message = asked == Asked.NOTHING ? "I want to pay " + text + " please" : text;
            check(locale, currency, value, message, asked);
        }
    }

    private void check(String locale, String currency, BigDecimal value, String text, Asked asked) {
        var read = reader.read(text, Messages.context(locale, currency, asked));
        var amount = read.amount();
        if (amount == null) {
            assertThat(read.ambiguities()).as(text).anyMatch(it -> it.kind() == Kind.AMOUNT);
            return;
        }
        assertThat(amount.value()).as(text).isEqualByComparingTo(value);
        assertThat(text).contains(amount.written());
        var ambiguous = read.ambiguities().stream().anyMatch(it -> it.kind() == Kind.CURRENCY);
        if (!ambiguous && amount.currency() != null) {
            assertThat(amount.currency().getCode()).as(text).isEqualTo(currency);
        }
    }

    private static String formatted(Locale locale, String currency, BigDecimal value, int style) {
        if (style < 2) {
            var format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(Currency.getInstance(currency));
            format.setMinimumFractionDigits(value.scale());
            format.setMaximumFractionDigits(value.scale());
            format.setGroupingUsed(style == 0);
            return format.format(value);
        }
        if (style == 4) {
            var format =
                    com.ibm.icu.text.NumberFormat.getInstance(
                            locale, com.ibm.icu.text.NumberFormat.ISOCURRENCYSTYLE);
            format.setCurrency(com.ibm.icu.util.Currency.getInstance(currency));
            return format.format(value);
        }
        var number = NumberFormat.getNumberInstance(locale);
        number.setMinimumFractionDigits(value.scale());
        number.setMaximumFractionDigits(value.scale());
        return style == 2
                ? number.format(value) + " " + currency
                : currency + " " + number.format(value);
    }

    @Property(tries = 1_000)
    void readsAnAmountInWordsAsItself(
            @ForAll("languages") String language,
            @ForAll @IntRange(min = 1, max = 999_999) int value) {
        var words =
                new RuleBasedNumberFormat(
                                ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT)
                        .format(value);
        var read =
                reader.read(
                        words + " euros", Messages.context(language, "EUR", Asked.WHICH_AMOUNT));
        assertThat(Objects.requireNonNull(read.amount(), words).value())
                .as(words)
                .isEqualByComparingTo(BigDecimal.valueOf(value));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "de", "fr", "es", "fr-CH");
    }

    @Provide
    Arbitrary<String> locales() {
        return Arbitraries.of(
                "en-US", "en-GB", "de-DE", "de-CH", "de-AT", "fr-FR", "fr-CA", "es-ES", "it-IT",
                "pt-BR", "sv-SE", "pl-PL", "ja-JP", "en-IN", "nl-NL", "ar-EG", "fa-IR", "hi-IN");
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("EUR", "USD", "GBP", "CHF", "JPY", "KWD", "SEK", "CAD", "CNY", "PLN");
    }
}
