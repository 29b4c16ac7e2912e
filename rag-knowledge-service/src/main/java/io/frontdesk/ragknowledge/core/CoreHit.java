package io.frontdesk.ragknowledge.core;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chunk that the index found; the score's scale depends on the mode of the search. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CoreHit(
        UUID chunkId,
        UUID documentId,
        UUID baseId,
        String title,
        List<String> headings,
        String text,
        @Nullable Integer page,
        double score,
        @Nullable Double denseScore,
        @Nullable Double lexicalScore) {}
