package io.frontdesk.ragcore.feed;

import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the changes of all tenants' chunk rows in the order in which they became visible. */
@Component
class ChunkFeed {
    private static final UUID LAST = new UUID(-1, -1);

    // What an index is made of changes with the model and with how it analyses text.
    private static final String FORMAT = "2, " + FieldWeights.DEFAULT;

    private static final String STATE =
            """
            select id || '/' || (select system_identifier from pg_control_system())
                      || '/' || (select timeline_id from pg_control_checkpoint())
                      || '/' || :format as source, position, horizon
            from chunk_feed
            """;
    private static final String CHANGES =
            """
            with page as (
                select id, tenant_id, position, base_id, title, headings, text, language, model,
                       embedding
                from chunk
                where position <= :end and (position, id) > (:position, :chunk)
                union all
                select chunk_id, tenant_id, position, null, null, null, null, null, null, null
                from chunk_tombstone
                where position <= :end and (position, chunk_id) > (:position, :chunk)
                order by position, id limit :limit)
            select page.*, other.models, other.embeddings
            from page cross join lateral (
                select array_agg(e.model) as models, array_agg(e.embedding) as embeddings
                from chunk_embedding e where e.chunk_id = page.id) as other
            order by page.position, page.id
            """;
    private static final String PURGE =
            """
            with gone as (
                delete from chunk_tombstone where deleted_at < now() - make_interval(secs => :age)
                returning position)
            update chunk_feed set horizon = greatest(horizon, (select max(position) from gone))
            where exists (select from gone)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;

    ChunkFeed(JdbcClient jdbc, TransactionTemplate transactions, Tenancy tenancy) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tenancy = tenancy;
    }

    /**
     * Where the feed stands.
     *
     * @param source names the database and its history: a restored backup is another one
     * @param horizon an index that stands before it may have missed deletions
     */
    record State(String source, long position, long horizon) {}

    /** After which row to go on. */
    record Cursor(long position, UUID chunk) {
        static Cursor behind(long position) {
            return new Cursor(position, LAST);
        }

        static Cursor behind(ChunkChange change) {
            return new Cursor(change.position(), change.chunk());
        }
    }

    State state() {
        return inTransaction(
                () -> jdbc.sql(STATE).param("format", FORMAT).query(State.class).single());
    }

    /** The next changes behind the cursor, up to a position that {@link #state} has shown. */
    List<ChunkChange> changes(Cursor cursor, long end, int limit) {
        return inTransaction(() ->
                jdbc.sql(CHANGES)
                        .param("position", cursor.position())
                        .param("chunk", cursor.chunk())
                        .param("end", end)
                        .param("limit", limit)
                        .query((row, number) -> change(row))
                        .list());
    }

    /** Forgets deletions that every index in use has long seen. */
    void purge(Duration age) {
        inTransaction(() -> jdbc.sql(PURGE).param("age", (double) age.toSeconds()).update());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return tenancy.asSystem(() -> transactions.execute(status -> work.get()));
    }

    private static ChunkChange change(ResultSet row) throws SQLException {
        var embedding = row.getBytes("embedding");
        var content =
                embedding == null
                        ? null
                        : new ChunkChange.Content(
                                row.getObject("base_id", UUID.class),
                                row.getString("title"),
                                List.of((String[]) row.getArray("headings").getArray()),
                                row.getString("text"),
                                row.getString("language"),
                                embeddings(row, embedding));
        return new ChunkChange(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getLong("position"),
                content);
    }

    /** The chunk's own vector, and those of models that are taking over or were replaced. */
    private static Map<String, float[]> embeddings(ResultSet row, byte[] own) throws SQLException {
        var embeddings = new HashMap<String, float[]>();
        var models = row.getArray("models");
        if (models != null) {
            var names = (String[]) models.getArray();
            var vectors = (byte[][]) row.getArray("embeddings").getArray();
            for (var i = 0; i < names.length; i++) {
                embeddings.put(names[i], Vectors.floats(vectors[i]));
            }
        }
        embeddings.put(row.getString("model"), Vectors.floats(own));
        return embeddings;
    }
}
