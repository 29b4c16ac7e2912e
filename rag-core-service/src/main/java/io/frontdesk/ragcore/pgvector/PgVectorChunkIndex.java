package io.frontdesk.ragcore.pgvector;

import com.pgvector.PGvector;
import io.frontdesk.ragcore.index.Candidate;
import io.frontdesk.ragcore.index.Checkpoint;
import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.ChunkIndex;
import io.frontdesk.ragcore.index.IndexUnavailable;
import io.frontdesk.ragcore.index.SearchScope;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * HNSW by cosine distance, and BM25 over a {@code tsvector} with the English configuration, in a
 * derived table that many processes share and whose rows row-level security guards too.
 */
public final class PgVectorChunkIndex implements ChunkIndex {
    private static final String SCAN = "strict_order";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;

    public PgVectorChunkIndex(JdbcClient jdbc, TransactionTemplate transactions, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tenancy = tenancy;
    }

    /** Whether its tables are there. */
    public static boolean available(JdbcClient jdbc) {
        return jdbc.sql("select to_regclass('chunk_vector') is not null")
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
                jdbc.sql("select source, position from chunk_vector_checkpoint")
                        .query(Checkpoint.class)
                        .single());
    }

    @Override
    public void clear(String source) {
        asSystem(() -> {
            jdbc.sql("delete from chunk_vector").update();
            return move(source, 0);
        });
    }

    @Override
    public void apply(List<ChunkChange> changes, long position) {
        asSystem(() -> {
            var current = locked();
            // Another process may be further already.
            if (current.position() <= position) {
                changes.forEach(this::apply);
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
        return asTenant(
                scope,
                () -> {
                    walkTheIndexUntilEnough();
                    Map<String, Object> parameters =
                            Map.of("question", new PGvector(question), "limit", limit);
                    var nearest = find(PgVectorQueries.NEAREST, scope, parameters);
                    // A small tenant's rows may lie beyond what the walk is allowed to visit.
                    return nearest.size() < limit
                            ? find(PgVectorQueries.EXACT, scope, parameters)
                            : nearest;
                });
    }

    @Override
    public List<Candidate> lexical(SearchScope scope, String question, int limit) {
        // PostgreSQL's text has no NUL.
        Map<String, Object> parameters =
                Map.of("question", question.replace('\0', ' '), "limit", limit);
        return asTenant(scope, () -> find(PgVectorQueries.LEXICAL, scope, parameters));
    }

    @Override
    public void close() {}

    private List<Candidate> find(String sql, SearchScope scope, Map<String, Object> parameters) {
        var bases = scope.bases();
        return jdbc.sql(sql)
                .params(parameters)
                .param("tenant", scope.tenant())
                .param("everywhere", bases == null)
                .param("bases", bases == null ? new UUID[0] : bases.toArray(UUID[]::new))
                .query((row, number) -> candidate(row))
                .list();
    }

    /**
     * Without it a filtered search returns only what passes among the first {@code ef_search} rows.
     * A setting of a library that is not loaded yet is silently ignored, so that is done first.
     */
    private void walkTheIndexUntilEnough() {
        jdbc.sql("select '[1]'::vector").query((row, number) -> row.getString(1)).single();
        var set =
                jdbc.sql(
                                """
                                select set_config('hnsw.ef_search', '120', true),
                                       set_config('hnsw.iterative_scan', :scan, true)
                                """)
                        .param("scan", SCAN);
        set.query((row, number) -> row.getString(2)).single();
        var shown = jdbc.sql("show hnsw.iterative_scan").query(String.class).single();
        if (!SCAN.equals(shown)) {
            throw new IndexUnavailable("pgvector 0.8 or later is needed: no iterative scan.", null);
        }
    }

    private void apply(ChunkChange change) {
        var content = change.content();
        if (content == null) {
            jdbc.sql("delete from chunk_vector where chunk_id = :chunk")
                    .param("chunk", change.chunk())
                    .update();
            return;
        }
        jdbc.sql(PgVectorQueries.UPSERT)
                .param("chunk", change.chunk())
                .param("tenant", change.tenant())
                .param("base", content.base())
                .param("embedding", new PGvector(content.embeddings().values().iterator().next()))
                .param("text", words(content))
                .param("position", change.position())
                .update();
    }

    /** The nearest heading counts twice: it says what the whole chunk is about. */
    private static String words(ChunkChange.Content content) {
        var headings = content.headings();
        return String.join(
                "\n",
                content.title(),
                String.join("\n", headings),
                headings.isEmpty() ? "" : headings.getLast(),
                content.text());
    }

    /** Processes that share the table apply changes one after the other. */
    private Checkpoint locked() {
        return jdbc.sql("select source, position from chunk_vector_checkpoint for update")
                .query(Checkpoint.class)
                .single();
    }

    private long move(String source, long position) {
        jdbc.sql("update chunk_vector_checkpoint set source = :source, position = :position")
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

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(row.getObject("chunk_id", UUID.class), row.getFloat("score"));
    }
}
