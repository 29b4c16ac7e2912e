package io.frontdesk.ragcore.chunk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chunk's row. */
@SuppressWarnings("ArrayRecordComponent") // the vector is read only
public record StoredChunk(
        UUID id,
        UUID base,
        UUID document,
        int ordinal,
        String title,
        List<String> headings,
        @Nullable Integer page,
        String text,
        float[] embedding) {}
