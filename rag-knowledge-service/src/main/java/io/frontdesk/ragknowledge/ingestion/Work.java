package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.document.DocumentStatus;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A document on its way, as it stood when work on it began. */
record Work(
        UUID documentId,
        UUID baseId,
        String title,
        boolean titleGiven,
        String fileName,
        DocumentStatus status,
        int attempts,
        OffsetDateTime progressedAt) {

    boolean isOver() {
        return status == DocumentStatus.READY || status == DocumentStatus.FAILED;
    }

    boolean isParsed() {
        return status == DocumentStatus.EMBEDDING;
    }
}
