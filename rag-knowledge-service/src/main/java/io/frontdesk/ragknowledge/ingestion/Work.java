package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.document.DocumentStatus;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way, as it stood when work on it began.
 *
 * @param title of the version at work, or else the document's
 * @param version the newest
 * @param searchable the version in the index
 * @param staged the version whose chunks are staged
 * @param restoring whether the searchable version is put back after a newer one failed
 * @param dirty whether the index may hold chunks of another version than the searchable one
 * @param round what was queued; a higher one in the row means that this work is out of date
 * @param fetch whether the content is to be fetched first
 */
record Work(
        UUID documentId,
        UUID baseId,
        String title,
        boolean titleGiven,
        int version,
        @Nullable Integer searchable,
        @Nullable Integer staged,
        boolean restoring,
        boolean dirty,
        int round,
        DocumentStatus status,
        int attempts,
        int failures,
        int chunks,
        OffsetDateTime progressedAt,
        boolean fetch,
        @Nullable String url,
        @Nullable String etag,
        @Nullable String lastModified) {

    boolean isOver() {
        return !restoring && (status == DocumentStatus.READY || status == DocumentStatus.FAILED);
    }

    /** The version that is read. */
    int target() {
        return restoring && searchable != null ? searchable : version;
    }

    boolean isParsed() {
        return staged != null && staged == target();
    }
}
