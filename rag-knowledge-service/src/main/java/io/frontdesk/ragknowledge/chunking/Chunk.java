package io.frontdesk.ragknowledge.chunking;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A passage of a document: the unit that is embedded, found and cited. */
public record Chunk(int ordinal, String text, List<String> headings, @Nullable Integer page) {
    public Chunk {
        headings = List.copyOf(headings);
    }
}
