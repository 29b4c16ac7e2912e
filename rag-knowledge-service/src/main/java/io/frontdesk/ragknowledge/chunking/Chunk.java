package io.frontdesk.ragknowledge.chunking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A passage of a document: the unit that is embedded, found and cited. */
public record Chunk(int ordinal, String text, List<String> headings, @Nullable Integer page) {
    public Chunk {
        headings = List.copyOf(headings);
    }
}
