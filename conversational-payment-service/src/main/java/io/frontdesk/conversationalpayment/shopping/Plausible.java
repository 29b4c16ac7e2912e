package io.frontdesk.conversationalpayment.shopping;

import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.understanding.Ambiguity;
import io.frontdesk.conversationalpayment.understanding.Amount;
import io.frontdesk.conversationalpayment.understanding.Chosen;
import io.frontdesk.conversationalpayment.understanding.Understood;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The same checks for every reader, rules and language models alike: what the visitor has not
 * written and the catalogue does not hold is dropped, whoever claims to have understood it.
 */
public final class Plausible {

    private Plausible() {}

    public static Understood of(Understood understood, String text, Shop.Shelf shelf) {
        var items =
                understood.items().stream()
                        .filter(item -> shelf.find(item.itemId()).isPresent())
                        .filter(item -> item.quantity() >= 1 && item.quantity() <= Chosen.MOST)
                        .toList();
        var amount = understood.amount();
        if (amount != null && !occurs(amount.written(), text)) {
            amount = null;
        }
        return new Understood(
                understood.intent(),
                items,
                amount == null
                        ? null
                        : new Amount(
                                amount.value(),
                                amount.currency(),
                                PlainText.line(amount.written())),
                understood.ambiguities().stream().map(Plausible::shown).toList(),
                understood.suspicious());
    }

    /** What is repeated to the visitor hides nothing and stands in its own order. */
    private static Ambiguity shown(Ambiguity ambiguity) {
        return new Ambiguity(
                ambiguity.kind(), PlainText.line(ambiguity.written()), ambiguity.choices());
    }

    private static boolean occurs(String written, String text) {
        var wanted = bare(written);
        return !wanted.isEmpty() && bare(text).contains(wanted);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
