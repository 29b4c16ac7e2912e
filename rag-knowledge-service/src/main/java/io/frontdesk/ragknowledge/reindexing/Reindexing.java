package io.frontdesk.ragknowledge.reindexing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reindexing and how far it has come.
 *
 * @param total documents, or bases where a model is given
 * @param progress the share that is done or has failed, 0 to 1
 * @param problems of the first of those that failed; absent in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reindexing(
        UUID id,
        Status status,
        @Nullable UUID tenantId,
        @Nullable UUID baseId,
        @Nullable UUID documentId,
        @Nullable String model,
        @Nullable String reason,
        String createdBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt,
        int total,
        int done,
        int failed,
        double progress,
        @Nullable List<Problem> problems) {

    boolean isOver() {
        return status == Status.DONE || status == Status.CANCELLED;
    }

    Reindexing with(List<Problem> found) {
        return new Reindexing(
                id,
                status,
                tenantId,
                baseId,
                documentId,
                model,
                reason,
                createdBy,
                createdAt,
                finishedAt,
                total,
                done,
                failed,
                progress,
                found);
    }

    /** Where a reindexing stands. */
    enum Status {
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Why one failed.
     *
     * @param id of the document, or of the base where a model is given
     */
    record Problem(UUID id, UUID tenantId, String problem) {}
}
