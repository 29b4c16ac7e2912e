package io.frontdesk.conversationalpayment.understanding;

import java.util.List;

/**
 * Something to ask about.
 *
 * @param written the visitor's own characters
 * @param choices what it can mean, to show: names of items, amounts ("45.50 EUR"), currency codes,
 *     numbers. None: it cannot be paid, or names no number. One QUANTITY or CURRENCY: it is clear,
 *     but stands alone ("make it two", "in euros") and belongs to what was named before
 */
public record Ambiguity(Kind kind, String written, List<String> choices) {
    /** What is not clear. */
    public enum Kind {
        ITEM,
        AMOUNT,
        CURRENCY,
        QUANTITY
    }
}
