package io.frontdesk.ragknowledge.document;

import java.util.UUID;

/** Event {@code io.frontdesk.knowledge.document-deleted}: the document is gone for good. */
record DocumentDeleted(UUID documentId, UUID baseId) {
    static final String TYPE = "io.frontdesk.knowledge.document-deleted";
}
