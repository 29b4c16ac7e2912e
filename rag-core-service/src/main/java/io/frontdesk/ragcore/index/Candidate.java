package io.frontdesk.ragcore.index;

import java.util.UUID;

/** A chunk that an index proposes; its row decides whether the searcher may see it. */
public record Candidate(UUID chunk, float score) {}
