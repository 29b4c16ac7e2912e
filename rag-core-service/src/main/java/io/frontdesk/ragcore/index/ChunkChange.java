package io.frontdesk.ragcore.index;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the feed.
 *
 * @param content what to find the chunk by; {@code null} when it is gone
 */
public record ChunkChange(UUID chunk, UUID tenant, long position, @Nullable Content content) {

    /**
     * What a chunk is found by.
     *
     * @param language ISO 639-1; {@code und} where it could not be told
     * @param embeddings by model: the base's, and while another one takes over, that one's too
     */
    public record Content(
            UUID base,
            String title,
            List<String> headings,
            String text,
            String language,
            Map<String, float[]> embeddings) {}
}
