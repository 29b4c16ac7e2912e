package io.frontdesk.ragcore.index;

import java.util.List;

/**
 * Finds chunks by meaning and by word. It holds nothing of its own: everything came from the feed
 * of the chunk rows and can be taken from there again. One thread changes it, many search it.
 */
public interface ChunkIndex extends AutoCloseable {
    /** {@code lucene} or {@code pgvector}. */
    String kind();

    /**
     * How far it has followed which feed. Mends what a failure left behind, if need be by starting
     * empty.
     */
    Checkpoint checkpoint();

    /** Forgets everything and stands at position 0 of that feed. */
    void clear(String source);

    /** Takes changes over and stands at that position; searches see them on return. */
    void apply(List<ChunkChange> changes, long position);

    /** Makes what was applied survive the end of the process; what is lost is applied again. */
    void persist();

    /**
     * The chunks nearest to the question among those that have a vector of the model; the score is
     * the cosine, -1 to 1, best first.
     */
    List<Candidate> dense(SearchScope scope, String model, float[] question, int limit);

    /** The chunks that share words with the question; the score is BM25's, best first. */
    List<Candidate> lexical(SearchScope scope, String question, int limit);

    @Override
    void close();
}
