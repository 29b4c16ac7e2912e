package io.frontdesk.conversationalpayment.phrasing;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.joda.money.Money;

/** Replies in the visitor's language; English where there is no translation. */
public final class Replies {
    private static final String BUNDLE = "io.frontdesk.conversationalpayment.phrasing.replies";

    private final Locale locale;
    private final ResourceBundle texts;

    public Replies(Locale locale) {
        this.locale = locale;
        this.texts =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** The sum as people of the locale write it. */
    public String money(Money money) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.getCurrencyUnit().toCurrency());
        format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        return format.format(money.getAmount());
    }
}
