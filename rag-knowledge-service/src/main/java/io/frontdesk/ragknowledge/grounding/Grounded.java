package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.search.Passage;

/**
 * A sentence that its quote supports.
 *
 * @param quote whole sentences of the passage, word for word
 */
public record Grounded(String text, Passage passage, String quote) {}
