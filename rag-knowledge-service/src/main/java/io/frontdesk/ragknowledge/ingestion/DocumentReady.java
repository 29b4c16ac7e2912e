package io.frontdesk.ragknowledge.ingestion;

import java.util.UUID;

/** Event {@code io.frontdesk.knowledge.document-ready}: the document can be searched. */
record DocumentReady(UUID documentId, UUID baseId, int chunks) {
    static final String TYPE = "io.frontdesk.knowledge.document-ready";
}
