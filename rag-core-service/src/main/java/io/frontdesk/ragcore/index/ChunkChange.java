package io.frontdesk.ragcore.index;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the feed.
 *
 * @param content what to find the chunk by; {@code null} when it is gone
 */
public record ChunkChange(UUID chunk, UUID tenant, long position, @Nullable Content content) {

    /** What a chunk is found by. */
    @SuppressWarnings("ArrayRecordComponent") // the vector is read only
    public record Content(
            UUID base, String title, List<String> headings, String text, float[] embedding) {}
}
