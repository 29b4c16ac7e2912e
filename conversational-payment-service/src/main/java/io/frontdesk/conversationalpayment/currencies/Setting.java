package io.frontdesk.conversationalpayment.currencies;

import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What helps to read an amount.
 *
 * @param currency of the business
 * @param locale of the visitor
 * @param asked whether an amount was asked for, so that a bare number is one
 */
public record Setting(@Nullable CurrencyUnit currency, Locale locale, boolean asked) {
    /** The currency of the locale's region, if it names one. */
    public @Nullable CurrencyUnit regional() {
        return locale.getCountry().length() == 2 ? CurrencyWords.of(locale) : null;
    }
}
