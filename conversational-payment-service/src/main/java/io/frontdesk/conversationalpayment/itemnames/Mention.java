package io.frontdesk.conversationalpayment.itemnames;

import java.util.BitSet;
import java.util.List;

/**
 * A place where a message names an item.
 *
 * @param tokens the tokens that name it
 * @param items the item, or all that are named equally well
 */
public record Mention(BitSet tokens, List<Item> items) {
    int from() {
        return tokens.nextSetBit(0);
    }

    int to() {
        return tokens.length();
    }

    public boolean clear() {
        return items.size() == 1;
    }
}
