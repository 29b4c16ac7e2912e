package io.frontdesk.ragcore.chunk;

import io.frontdesk.ragcore.feed.IndexTailer;
import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.OnEvent;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes parts of a document, or all of it. */
@Component
class DeleteChunks {
    private final Chunks chunks;
    private final TransactionTemplate transactions;
    private final IndexTailer index;

    DeleteChunks(Chunks chunks, TransactionTemplate transactions, IndexTailer index) {
        this.chunks = chunks;
        this.transactions = transactions;
        this.index = index;
    }

    /** What the owner of documents says when one is gone for good. */
    record Deleted(UUID documentId, UUID baseId) {}

    /** Removes the chunks from that ordinal on and says how many there were. */
    int deleteFrom(UUID document, int ordinal) {
        var deleted =
                transactions.execute(status -> {
                    chunks.lock();
                    return chunks.deleteFrom(document, ordinal);
                });
        index.catchUp();
        return deleted;
    }

    /**
     * Runs in the event's transaction. The index follows soon; until then its hits have no rows and
     * so are not shown.
     */
    @OnEvent("io.frontdesk.knowledge.document-deleted")
    void on(CloudEvent<Deleted> event) {
        chunks.lock();
        chunks.markDeleted(event.data().documentId());
        chunks.deleteFrom(event.data().documentId(), 0);
    }
}
