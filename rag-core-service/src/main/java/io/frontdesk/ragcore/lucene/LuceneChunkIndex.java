package io.frontdesk.ragcore.lucene;

import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.Checkpoint;
import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.ragcore.index.Vectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * HNSW and BM25 in this process's directory. The position travels with each commit, so that after a
 * crash both are equally old.
 */
public final class LuceneChunkIndex implements ChunkIndex {
    private static final String SOURCE = "source";
    private static final String POSITION = "position";
    private static final int EXACT_BELOW = 10_000;

    private final Similarity similarity = new BM25Similarity(FieldWeights.K1, FieldWeights.B);
    private final LuceneStore store;
    private final FieldWeights weights;
    private final LuceneNearest nearest;

    private IndexWriter writer;
    private volatile SearcherManager searchers;
    private Checkpoint checkpoint;

    /** Opens the index of that directory or creates it. */
    public LuceneChunkIndex(Path directory) {
        this(directory, FieldWeights.DEFAULT, EXACT_BELOW);
    }

    /**
     * Opens one that is tuned.
     *
     * @param exactBelow up to how many chunks of 384 dimensions are compared one by one
     */
    public LuceneChunkIndex(Path directory, FieldWeights weights, int exactBelow) {
        this.weights = weights;
        nearest = new LuceneNearest(exactBelow);
        store = new LuceneStore(directory, similarity);
        try {
            writer = store.open();
            searchers = searchers(writer);
            checkpoint = stored(writer);
        } catch (IOException e) {
            throw new IllegalStateException("The index in " + directory + " does not open", e);
        }
    }

    @Override
    public String kind() {
        return "lucene";
    }

    @Override
    public Checkpoint checkpoint() {
        if (!writer.isOpen()) {
            // A failed write, for example on a full disk, has closed it at its last commit.
            replace(store::open);
        }
        return checkpoint;
    }

    @Override
    public void clear(String source) {
        discard(writer);
        replace(store::empty);
        checkpoint = new Checkpoint(source, 0);
    }

    @Override
    public void apply(List<ChunkChange> changes, long position) {
        try {
            for (var change : changes) {
                var key = LuceneFields.key(change.chunk());
                if (change.content() == null) {
                    writer.deleteDocuments(key);
                } else {
                    var document = LuceneFields.document(change, change.content(), weights);
                    writer.updateDocument(key, document);
                }
            }
            checkpoint = new Checkpoint(checkpoint.source(), position);
            var commit = Map.of(SOURCE, checkpoint.source(), POSITION, String.valueOf(position));
            writer.setLiveCommitData(commit.entrySet());
            searchers.maybeRefreshBlocking();
        } catch (IOException | AlreadyClosedException e) {
            discard(writer);
            throw failure("cannot be written", e);
        }
    }

    @Override
    public void persist() {
        try {
            if (writer.isOpen() && writer.hasUncommittedChanges()) {
                writer.commit();
            }
        } catch (IOException | AlreadyClosedException e) {
            discard(writer);
            throw failure("cannot be written", e);
        }
    }

    @Override
    public List<Candidate> dense(SearchScope scope, String model, float[] question, int limit) {
        if (!Vectors.usable(question)) {
            return List.of();
        }
        var found = search(searcher -> nearest.find(searcher, scope, model, question, limit));
        // Lucene maps the dot product to 0..1.
        return found.stream().map(c -> new Candidate(c.chunk(), 2 * c.score() - 1)).toList();
    }

    @Override
    public List<Candidate> lexical(SearchScope scope, String question, int limit) {
        return search(searcher -> {
            var query = LuceneQueries.lexical(scope, question, searcher.getIndexReader());
            return searcher.search(query, limit).scoreDocs;
        });
    }

    private List<Candidate> search(Search search) {
        try {
            var current = searchers;
            var searcher = current.acquire();
            try {
                return candidates(searcher, search.hits(searcher));
            } finally {
                current.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw failure("cannot be read", e);
        }
    }

    private static List<Candidate> candidates(IndexSearcher searcher, ScoreDoc[] found)
            throws IOException {
        var candidates = new ArrayList<Candidate>(found.length);
        for (var hit : found) {
            // A fresh iterator for each, since they only go forward and hits are sorted by score.
            var ids = MultiDocValues.getBinaryValues(searcher.getIndexReader(), LuceneFields.CHUNK);
            if (ids != null && ids.advanceExact(hit.doc)) {
                candidates.add(new Candidate(LuceneFields.id(ids.binaryValue()), hit.score));
            }
        }
        return candidates;
    }

    /** Searches go on in the old files until the new ones are open. */
    private void replace(Opening opening) {
        try {
            var old = searchers;
            writer = opening.open();
            checkpoint = stored(writer);
            searchers = searchers(writer);
            old.close();
        } catch (IOException e) {
            throw failure("does not open", e);
        }
    }

    private SearcherManager searchers(IndexWriter writer) throws IOException {
        var factory =
                new SearcherFactory() {
                    @Override
                    public IndexSearcher newSearcher(
                            org.apache.lucene.index.IndexReader reader,
                            org.apache.lucene.index.@Nullable IndexReader previous) {
                        var searcher = new IndexSearcher(reader);
                        searcher.setSimilarity(similarity);
                        return searcher;
                    }
                };
        return new SearcherManager(writer, factory);
    }

    private static Checkpoint stored(IndexWriter writer) {
        var source = Checkpoint.NONE.source();
        var position = Checkpoint.NONE.position();
        var commit = writer.getLiveCommitData();
        if (commit != null) {
            for (var entry : commit) {
                if (entry.getKey().equals(SOURCE)) {
                    source = entry.getValue();
                } else if (entry.getKey().equals(POSITION)) {
                    position = Long.parseLong(entry.getValue());
                }
            }
        }
        return new Checkpoint(source, position);
    }

    private static void discard(IndexWriter writer) {
        try {
            writer.rollback();
        } catch (IOException | AlreadyClosedException e) {
            // It goes back to its last commit or is replaced; there is nothing to save.
        }
    }

    private static IndexUnavailable failure(String what, Exception cause) {
        return new IndexUnavailable("The index " + what + ". Try again soon.", cause);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw failure("cannot be closed", e);
        }
    }

    /** How to come by new files. */
    private interface Opening {
        IndexWriter open() throws IOException;
    }

    /** What to ask of the index as it is now; best first. */
    private interface Search {
        ScoreDoc[] hits(IndexSearcher searcher) throws IOException;
    }
}
