package io.frontdesk.conversationalpayment.understanding;

import java.util.UUID;

/**
 * An item of the catalogue and how many of it.
 *
 * @param quantity 1 to 100
 */
public record Chosen(UUID itemId, int quantity) {
    /** The most of one item that anybody can want at once. */
    public static final int MOST = 100;
}
