package io.frontdesk.ragcore.chunk;

import io.frontdesk.ragcore.embedding.TextEmbedder;
import io.frontdesk.ragcore.feed.IndexTailer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores parts of a document so that they can be found when it returns. */
@Component
public class StoreChunks {
    private final Chunks chunks;
    private final TextEmbedder embedder;
    private final TransactionTemplate transactions;
    private final IndexTailer index;

    StoreChunks(
            Chunks chunks,
            TextEmbedder embedder,
            TransactionTemplate transactions,
            IndexTailer index) {
        this.chunks = chunks;
        this.embedder = embedder;
        this.transactions = transactions;
        this.index = index;
    }

    /**
     * Embeds what is new or changed and writes it in one transaction; what is the same stays as it
     * is.
     *
     * @throws DocumentDeleted when the document was deleted meanwhile
     */
    public void store(UUID base, UUID document, List<ChunkDraft> drafts) {
        var vectors = new HashMap<Integer, float[]>();
        var missing = transactions.execute(status -> changed(base, document, drafts));
        // Embedding takes seconds and so happens outside of the transaction; if another call has
        // changed something in the meantime, it goes round again.
        while (!missing.isEmpty()) {
            embed(missing, vectors);
            missing = transactions.execute(status -> save(base, document, drafts, vectors));
        }
        index.catchUp();
    }

    private void embed(List<ChunkDraft> drafts, Map<Integer, float[]> vectors) {
        var embeddings = embedder.passages(drafts.stream().map(ChunkDraft::embedded).toList());
        for (var i = 0; i < drafts.size(); i++) {
            vectors.put(drafts.get(i).ordinal(), embeddings.get(i).vector());
        }
    }

    /** Returns those that cannot be saved yet, since they have no vector; then nothing is saved. */
    private List<ChunkDraft> save(
            UUID base, UUID document, List<ChunkDraft> drafts, Map<Integer, float[]> vectors) {
        chunks.lock();
        var changed = changed(base, document, drafts);
        var missing =
                changed.stream().filter(draft -> !vectors.containsKey(draft.ordinal())).toList();
        if (missing.isEmpty()) {
            chunks.save(base, document, changed, vectors);
        }
        return missing;
    }

    private List<ChunkDraft> changed(UUID base, UUID document, List<ChunkDraft> drafts) {
        if (chunks.deleted(document)) {
            throw new DocumentDeleted(document);
        }
        var stored = chunks.fingerprints(document);
        return drafts.stream()
                .filter(draft ->
                        !Chunks.fingerprint(base, draft).equals(stored.get(draft.ordinal())))
                .toList();
    }
}
