package io.frontdesk.ragknowledge.unanswered;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that found no answer.
 *
 * @param question with personal data masked
 * @param baseIds where it was asked last; empty for everywhere
 * @param closest the passages that came nearest, best first
 * @param reason why it was refused the last time
 * @param times how often it was asked
 * @param status {@code open}, {@code answered} or {@code dismissed}
 * @param overrideId the curated answer that was written for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnansweredQuestion(
        UUID id,
        String question,
        List<UUID> baseIds,
        List<Close> closest,
        String reason,
        long times,
        OffsetDateTime firstAskedAt,
        OffsetDateTime lastAskedAt,
        String status,
        @Nullable OffsetDateTime closedAt,
        @Nullable UUID overrideId) {

    /**
     * A passage that came near.
     *
     * @param excerpt its beginning
     */
    public record Close(
            UUID chunkId,
            UUID documentId,
            String title,
            String heading,
            String excerpt,
            double score) {}
}
