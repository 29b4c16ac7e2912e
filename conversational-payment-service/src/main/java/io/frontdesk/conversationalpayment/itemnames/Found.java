package io.frontdesk.conversationalpayment.itemnames;

import java.util.BitSet;

/**
 * A name, or a part of one, at a place of the message.
 *
 * @param slips of the pen in it
 * @param score how much of the name stands there
 */
record Found(Name name, BitSet tokens, int slips, int score) {
    int width() {
        return tokens.cardinality();
    }

    boolean equal(Found other) {
        return width() == other.width() && slips == other.slips && score == other.score;
    }
}
