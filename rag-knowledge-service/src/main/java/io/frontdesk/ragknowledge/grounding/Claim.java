package io.frontdesk.ragknowledge.grounding;

import io.frontdesk.ragknowledge.search.Passage;

/**
 * A sentence with what is said to support it; nothing of this is believed yet.
 *
 * @param quote that should stand in the passage
 */
public record Claim(String text, Passage passage, String quote) {}
