package io.frontdesk.ragcore.chunk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.ragcore.chunk.ChunkVectors.Gathered;
import io.frontdesk.ragcore.embedding.EmbeddingModels;
import io.frontdesk.ragcore.feed.IndexTailer;
import io.frontdesk.ragcore.modelchoice.ModelChoice;
import io.frontdesk.ragcore.modelchoice.ModelChoices;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores parts of a document so that they can be found when it returns. */
@Component
public class StoreChunks {
    private static final Logger log = LoggerFactory.getLogger(StoreChunks.class);
    private static final long REMEMBERED_BYTES = 32L * 1024 * 1024;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Chunks chunks;
    private final ChunkVectors stored;
    private final ModelChoices choices;
    private final EmbeddingModels models;
    private final TransactionTemplate transactions;
    private final IndexTailer index;

    /**
     * Vectors that were just replaced: when something is inserted at the top, the last chunk of one
     * batch is the first of the next, and no longer stored when that one comes.
     */
    private final Cache<Replaced, float[]> replaced =
            Caffeine.newBuilder()
                    .maximumWeight(REMEMBERED_BYTES)
                    .weigher((Replaced _, float[] vector) -> 200 + vector.length * Float.BYTES)
                    .expireAfterWrite(REMEMBERED)
                    .build();

    StoreChunks(
            Chunks chunks,
            ChunkVectors stored,
            ModelChoices choices,
            EmbeddingModels models,
            TransactionTemplate transactions,
            IndexTailer index) {
        this.chunks = chunks;
        this.stored = stored;
        this.choices = choices;
        this.models = models;
        this.transactions = transactions;
        this.index = index;
    }

    private record Replaced(UUID document, String model, String hash) {}

    /** What is to be done, as the rows stand. */
    private record Plan(ModelChoice choice, List<ChunkDraft> changed, @Nullable String without) {
        boolean lacks(Gathered vectors) {
            var next = choice.nextModel();
            return !vectors.missing(choice.model(), changed).isEmpty()
                    || (next != null
                            && !next.equals(without)
                            && !vectors.missing(next, changed).isEmpty());
        }
    }

    /**
     * Embeds what is new or changed and writes it in one transaction; what is the same stays as it
     * is. While another model takes over it gets that one's vectors too, if its endpoint answers;
     * if not, the taking over catches up later.
     *
     * @throws DocumentDeleted when the document was deleted meanwhile
     */
    public void store(UUID base, UUID document, List<ChunkDraft> drafts) {
        var vectors = new Gathered();
        var plan = transactions.execute(_ -> plan(base, document, drafts, vectors, null));
        // Embedding takes seconds and so happens outside of the transaction; if another call has
        // changed something in the meantime, it goes round again.
        while (!plan.changed().isEmpty()) {
            var without = embed(plan, vectors);
            var now = transactions.execute(_ -> save(base, document, drafts, vectors, without));
            if (now == null) {
                break;
            }
            plan = now;
        }
        index.catchUp();
    }

    /** Returns the model that was given up on, if any. */
    private @Nullable String embed(Plan plan, Gathered vectors) {
        embed(plan.choice().model(), plan.changed(), vectors);
        var next = plan.choice().nextModel();
        if (next == null) {
            return null;
        }
        try {
            embed(next, plan.changed(), vectors);
            return null;
        } catch (RuntimeException failed) {
            log.warn("Stored without a vector of {} for now: {}", next, failed.toString());
            return next;
        }
    }

    private void embed(String model, List<ChunkDraft> drafts, Gathered vectors) {
        var missing = vectors.missing(model, drafts);
        if (missing.isEmpty()) {
            return;
        }
        var embeddings =
                models.passages(model, missing.stream().map(ChunkDraft::embedded).toList());
        for (var i = 0; i < missing.size(); i++) {
            vectors.put(model, Chunks.hash(missing.get(i)), embeddings.get(i).vector());
        }
    }

    /** Returns what is still lacking, and then has saved nothing; null when it is done. */
    private @Nullable Plan save(
            UUID base,
            UUID document,
            List<ChunkDraft> drafts,
            Gathered vectors,
            @Nullable String without) {
        chunks.lock();
        var plan = plan(base, document, drafts, vectors, without);
        if (plan.lacks(vectors)) {
            return plan;
        }
        remember(document, plan);
        choices.keep(plan.choice());
        chunks.save(document, plan.choice(), plan.changed(), vectors);
        return null;
    }

    private Plan plan(
            UUID base,
            UUID document,
            List<ChunkDraft> drafts,
            Gathered vectors,
            @Nullable String without) {
        if (chunks.deleted(document)) {
            throw new DocumentDeleted(document);
        }
        var choice = choices.of(base);
        var present = chunks.fingerprints(document);
        var changed =
                drafts.stream()
                        .filter(draft ->
                                !Chunks.fingerprint(choice, draft)
                                        .equals(present.get(draft.ordinal())))
                        .toList();
        reuse(document, choice.model(), changed, vectors);
        if (choice.nextModel() != null) {
            reuse(document, choice.nextModel(), changed, vectors);
        }
        return new Plan(choice, changed, without);
    }

    private void reuse(UUID document, String model, List<ChunkDraft> drafts, Gathered vectors) {
        var missing = vectors.missing(model, drafts);
        if (missing.isEmpty()) {
            return;
        }
        stored.of(document, model, missing)
                .forEach((hash, vector) -> vectors.put(model, hash, vector));
        for (var draft : vectors.missing(model, drafts)) {
            var hash = Chunks.hash(draft);
            var known = replaced.getIfPresent(new Replaced(document, model, hash));
            if (known != null) {
                vectors.put(model, hash, known);
            }
        }
    }

    private void remember(UUID document, Plan plan) {
        var ordinals = plan.changed().stream().map(ChunkDraft::ordinal).toList();
        stored.at(document, ordinals)
                .forEach(old ->
                        replaced.put(
                                new Replaced(document, old.model(), old.hash()), old.vector()));
    }
}
