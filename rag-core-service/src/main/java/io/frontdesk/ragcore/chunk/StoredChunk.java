package io.frontdesk.ragcore.chunk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chunk's row.
 *
 * @param model whose vector {@code embedding} is: where it has one, of the model by which its base
 *     is searched
 */
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
        String model,
        float[] embedding) {}
