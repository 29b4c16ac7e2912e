package io.frontdesk.ragcore.pgvector;

import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.Checkpoint;
import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * HNSW by cosine distance, and BM25 over lists of words, in derived tables that many processes
 * share and whose rows row-level security guards too.
 */
public final class PgVectorChunkIndex implements ChunkIndex {
    private static final int EXACT_BELOW = 10_000;
    private static final List<String> TABLES =
            List.of("indexed_chunk", "indexed_vector", "indexed_word", "indexed_scope");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;
    private final PgVectorWriter writer;
    private final PgVectorNearest nearest;
    private final PgVectorWords words;

    public PgVectorChunkIndex(JdbcClient jdbc, TransactionTemplate transactions, Tenancy tenancy) {
        this(jdbc, transactions, tenancy, FieldWeights.DEFAULT, EXACT_BELOW);
    }

    /**
     * One that is tuned.
     *
     * @param exactBelow up to how many chunks of 384 dimensions are compared one by one
     */
    public PgVectorChunkIndex(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Tenancy tenancy,
            FieldWeights weights,
            int exactBelow) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tenancy = tenancy;
        writer = new PgVectorWriter(jdbc, weights);
        nearest = new PgVectorNearest(jdbc, exactBelow);
        words = new PgVectorWords(jdbc);
    }

    /** Whether its tables are there. */
    public static boolean available(JdbcClient jdbc) {
        return jdbc.sql("select to_regclass('indexed_chunk') is not null")
                .query(Boolean.class)
                .single();
    }

    @Override
    public String kind() {
        return "pgvector";
    }

    @Override
    public Checkpoint checkpoint() {
        return asSystem(() ->
                jdbc.sql("select source, position from index_checkpoint")
                        .query(Checkpoint.class)
                        .single());
    }

    @Override
    public void clear(String source) {
        asSystem(() -> {
            TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
            return move(source, 0);
        });
    }

    @Override
    public void apply(List<ChunkChange> changes, long position) {
        asSystem(() -> {
            var current = locked();
            // Another process may be further already.
            if (current.position() <= position) {
                writer.apply(changes);
                move(current.source(), position);
            }
            return position;
        });
    }

    /** Every transaction was durable already. */
    @Override
    public void persist() {}

    @Override
    public List<Candidate> dense(SearchScope scope, String model, float[] question, int limit) {
        return Vectors.usable(question)
                ? asTenant(scope, () -> nearest.find(scope, model, question, limit))
                : List.of();
    }

    @Override
    public List<Candidate> lexical(SearchScope scope, String question, int limit) {
        return asTenant(scope, () -> words.find(scope, question, limit));
    }

    @Override
    public void close() {}

    /** Processes that share the table apply changes one after the other. */
    private Checkpoint locked() {
        return jdbc.sql("select source, position from index_checkpoint for update")
                .query(Checkpoint.class)
                .single();
    }

    private long move(String source, long position) {
        jdbc.sql("update index_checkpoint set source = :source, position = :position")
                .param("source", source)
                .param("position", position)
                .update();
        return position;
    }

    private <T> T asSystem(Supplier<T> work) {
        return tenancy.asSystem(() -> available(work));
    }

    private <T> T asTenant(SearchScope scope, Supplier<T> work) {
        return tenancy.as(scope.tenant(), () -> available(work));
    }

    private <T> T available(Supplier<T> work) {
        try {
            return transactions.execute(status -> work.get());
        } catch (DataAccessException | TransactionException e) {
            throw new IndexUnavailable("The index does not answer. Try again soon.", e);
        }
    }
}
