package io.frontdesk.ragknowledge.ingestion;

import java.util.UUID;

/**
 * Event {@code io.frontdesk.knowledge.document-failed}: the document will not become searchable.
 */
record DocumentFailed(UUID documentId, UUID baseId, String problem) {
    static final String TYPE = "io.frontdesk.knowledge.document-failed";
}
