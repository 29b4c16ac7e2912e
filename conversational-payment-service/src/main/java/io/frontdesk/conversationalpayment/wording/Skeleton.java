package io.frontdesk.conversationalpayment.wording;

import java.util.BitSet;

/**
 * The wording of a message with what it names taken out: a name of an item is ITEM, a sum is SUM, a
 * count is COUNT. So no text of the catalogue can act as wording.
 */
public final class Skeleton {
    private static final String SILENT = "'\"“”„«»¿¡.…*-_~";

    private Skeleton() {}

    public static String of(Message message, BitSet items, BitSet sums, BitSet counts) {
        var text = new StringBuilder(" ");
        for (var at = 0; at < message.size(); at++) {
            var placeholder =
                    items.get(at) ? "ITEM" : sums.get(at) ? "SUM" : counts.get(at) ? "COUNT" : "";
            if (placeholder.isEmpty()) {
                if (!message.token(at).symbol(SILENT)) {
                    text.append(message.word(at)).append(' ');
                }
            } else if (!text.toString().endsWith(placeholder + " ")) {
                text.append(placeholder).append(' ');
            }
        }
        return text.toString();
    }
}
