package io.frontdesk.conversationalpayment.numerals;

import io.frontdesk.conversationalpayment.numerals.Numeral.Notation;
import io.frontdesk.conversationalpayment.wording.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All numbers of a message in their order, whatever they count. */
public final class Numerals {
    private Numerals() {}

    public static List<Numeral> in(Message message, Locale locale) {
        var numerals = new ArrayList<Numeral>();
        var at = 0;
        while (at < message.size()) {
            var token = message.token(at);
            var numeral =
                    token.digits() || DigitNumerals.pointAhead(message, at)
                            ? DigitNumerals.at(message, at)
                            : token.word() ? WordNumerals.at(message, at, locale) : null;
            if (numeral != null) {
                add(numerals, numeral);
                at = numeral.to();
            } else {
                at++;
            }
        }
        return List.copyOf(numerals);
    }

    private static void add(List<Numeral> numerals, Numeral numeral) {
        var last = numerals.isEmpty() ? null : numerals.getLast();
        if (last == null
                || last.to() != numeral.from()
                || last.notation() != Notation.WORDS
                || numeral.notation() != Notation.WORDS) {
            numerals.add(numeral);
            return;
        }
        numerals.removeLast();
        var price =
                last.whole() > 0
                        && last.whole() < 100
                        && numeral.whole() >= 10
                        && numeral.whole() < 100;
        numerals.add(
                price
                        ? WordNumerals.price(
                                last.from(), numeral.to(), last.whole(), numeral.whole())
                        : WordNumerals.unreadable(last.from(), numeral.to()));
    }
}
