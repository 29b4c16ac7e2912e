package io.frontdesk.conversationalpayment.understanding;

import java.util.UUID;

/**
 * An item of the catalogue and how many of it.
 *
 * @param quantity 1 to 100
 */
public record Chosen(UUID itemId, int quantity) {}
