package io.frontdesk.conversationalpayment.shopping;

import io.frontdesk.conversationalpayment.understanding.Understood;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The same checks for every reader, rules and language models alike: what the visitor has not
 * written and the catalogue does not hold is dropped, whoever claims to have understood it.
 */
public final class Plausible {
    private static final int MOST = 1000;

    private Plausible() {}

    public static Understood of(Understood understood, String text, Shop.Shelf shelf) {
        var items =
                understood.items().stream()
                        .filter(item -> shelf.find(item.itemId()).isPresent())
                        .filter(item -> item.quantity() >= 1 && item.quantity() <= MOST)
                        .toList();
        var amount = understood.amount();
        if (amount != null && !occurs(amount.written(), text)) {
            amount = null;
        }
        return new Understood(
                understood.intent(),
                items,
                amount,
                understood.ambiguities(),
                understood.suspicious());
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
