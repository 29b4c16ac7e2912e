package io.frontdesk.ragcore.search;

import io.frontdesk.ragcore.chunk.Chunks;
import io.frontdesk.ragcore.chunk.StoredChunk;
import io.frontdesk.ragcore.feed.IndexTailer;
import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.starter.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches the current tenant's chunks. The index only proposes: what is shown comes from the rows,
 * read under row-level security, so an index that confuses tenants shows nothing foreign.
 */
@Component
public class ChunkSearch {
    private static final int CANDIDATES = 100;
    // The index may know chunks for a moment longer than the rows; these take their places.
    private static final int SPARE = 20;
    // Whoever comes later by word and is not near in meaning is not among the best.
    private static final int COMPARED = 30;

    private final ChunkIndex index;
    private final IndexTailer tailer;
    private final Chunks chunks;
    private final DenseSearch meanings;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;
    private final MeterRegistry meters;

    ChunkSearch(
            ChunkIndex index,
            IndexTailer tailer,
            Chunks chunks,
            DenseSearch meanings,
            TransactionTemplate transactions,
            Tenancy tenancy,
            MeterRegistry meters) {
        this.index = index;
        this.tailer = tailer;
        this.chunks = chunks;
        this.meanings = meanings;
        this.transactions = transactions;
        this.tenancy = tenancy;
        this.meters = meters;
    }

    /**
     * A chunk found.
     *
     * @param score 0 to 1 in hybrid mode, else the mode's own
     * @param denseScore the cosine between question and chunk; absent in lexical mode
     * @param lexicalScore BM25's; absent where no word was shared or none was looked for
     */
    public record Hit(
            StoredChunk chunk,
            float score,
            @Nullable Float denseScore,
            @Nullable Float lexicalScore) {}

    /**
     * What a search brought.
     *
     * @param hits best first
     * @param embedding how long it took to embed the question
     */
    public record Found(List<Hit> hits, Duration embedding) {}

    /**
     * Searches.
     *
     * @param bases where to search; {@code null} means everywhere in the tenant
     * @param denseWeight of meaning against words in hybrid mode, 0 to 1
     * @throws IndexUnavailable while the index is being rebuilt
     */
    public Found search(
            String question,
            @Nullable Set<UUID> bases,
            int limit,
            SearchMode mode,
            double denseWeight) {
        var timer = meters.timer("frontdesk.search", "mode", mode.label(), "index", index.kind());
        return Objects.requireNonNull(
                timer.record(() -> find(question, bases, limit, mode, denseWeight)));
    }

    private Found find(
            String question,
            @Nullable Set<UUID> bases,
            int limit,
            SearchMode mode,
            double denseWeight) {
        var scope = new SearchScope(tenancy.require(), bases);
        if (!tailer.level()) {
            throw new IndexUnavailable("The index is being rebuilt. Try again soon.", null);
        }
        var wanted = mode == SearchMode.HYBRID ? CANDIDATES : limit + SPARE;
        var found =
                mode == SearchMode.LEXICAL
                        ? DenseSearch.Found.NONE
                        : meanings.find(question, scope, wanted);
        var dense = found.candidates();
        List<Candidate> lexical =
                mode == SearchMode.DENSE ? List.of() : index.lexical(scope, question, wanted);
        var ranked =
                switch (mode) {
                    case HYBRID ->
                            ScoreFusion.fuse(
                                    compared(found, lexical, scope), lexical, wanted, denseWeight);
                    case DENSE -> dense;
                    case LEXICAL -> lexical;
                };
        var hits = hits(ranked.stream().limit(limit + SPARE).toList(), scope, found, lexical);
        return new Found(hits.stream().limit(limit).toList(), found.embedding());
    }

    /**
     * The dense candidates with those that only words found: their vectors stand in their rows.
     * Cosines of several models do not compare, so there what was not near is left as not near.
     */
    private List<Candidate> compared(
            DenseSearch.Found found, List<Candidate> lexical, SearchScope scope) {
        if (found.questions().size() != 1) {
            return found.candidates();
        }
        var near = found.candidates().stream().map(Candidate::chunk).collect(Collectors.toSet());
        var others =
                lexical.stream()
                        .map(Candidate::chunk)
                        .filter(chunk -> !near.contains(chunk))
                        .limit(COMPARED)
                        .toList();
        if (others.isEmpty()) {
            return found.candidates();
        }
        var rows = transactions.execute(status -> chunks.find(others, scope.bases()));
        return Stream.concat(
                        found.candidates().stream(),
                        rows.values().stream().flatMap(chunk -> compared(found, chunk)))
                .toList();
    }

    private static Stream<Candidate> compared(DenseSearch.Found found, StoredChunk chunk) {
        var cosine = found.cosine(chunk);
        return cosine == null ? Stream.empty() : Stream.of(new Candidate(chunk.id(), cosine));
    }

    private List<Hit> hits(
            List<Candidate> ranked,
            SearchScope scope,
            DenseSearch.Found dense,
            List<Candidate> lexical) {
        if (ranked.isEmpty()) {
            return List.of();
        }
        var ids = ranked.stream().map(Candidate::chunk).toList();
        var rows = transactions.execute(status -> chunks.find(ids, scope.bases()));
        Map<UUID, Float> words =
                lexical.stream().collect(Collectors.toMap(Candidate::chunk, Candidate::score));
        return ranked.stream()
                .filter(candidate -> rows.containsKey(candidate.chunk()))
                .map(candidate -> hit(candidate, rows, dense, words))
                .toList();
    }

    private static Hit hit(
            Candidate candidate,
            Map<UUID, StoredChunk> rows,
            DenseSearch.Found dense,
            Map<UUID, Float> words) {
        var chunk = Objects.requireNonNull(rows.get(candidate.chunk()));
        return new Hit(chunk, candidate.score(), dense.cosine(chunk), words.get(candidate.chunk()));
    }
}
