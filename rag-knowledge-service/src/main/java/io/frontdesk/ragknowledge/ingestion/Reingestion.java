package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and cuts a document again, while its chunks of before stay searchable. */
@Service
public class Reingestion {

    private final Documents documents;
    private final IngestionQueue queue;
    private final Tenancy tenancy;

    Reingestion(Documents documents, IngestionQueue queue, Tenancy tenancy) {
        this.documents = documents;
        this.queue = queue;
        this.tenancy = tenancy;
    }

    /**
     * Queues the newest version of a document of the tenant at hand.
     *
     * @throws io.frontdesk.ragknowledge.document.DocumentNotFound when the tenant has none such
     */
    @Transactional
    public void queue(UUID documentId) {
        queue(documentId, false);
    }

    /** Queues a document kept for a web address, to be fetched again if it changed there. */
    @Transactional
    public void refresh(UUID documentId) {
        queue(documentId, true);
    }

    private void queue(UUID documentId, boolean fetch) {
        documents.locked(documentId);
        documents.queueAgain(documentId, fetch);
        queue.add(tenancy.require(), documentId);
    }
}
