package io.frontdesk.ragknowledge.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept and what was asked.
 *
 * @param byStatus documents by how far they have come
 * @param bySource documents by how they came
 * @param failures failed documents by the type of their problem
 * @param bytes of the original files
 * @param oldestQueuedAt since when the longest-waiting document waits; absent where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figures(
        long bases,
        long documents,
        Map<String, Long> byStatus,
        Map<String, Long> bySource,
        Map<String, Long> failures,
        long chunks,
        long bytes,
        @Nullable OffsetDateTime oldestQueuedAt,
        Questions questions) {

    /**
     * Questions of the last days.
     *
     * @param days how many days are counted, today included
     * @param abstentionShare of those asked, 0 to 1; 0 where none was asked
     */
    record Questions(
            int days, long asked, long abstained, long overridden, double abstentionShare) {}
}
