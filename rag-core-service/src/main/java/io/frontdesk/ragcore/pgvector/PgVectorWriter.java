package io.frontdesk.ragcore.pgvector;

import com.pgvector.PGvector;
import io.frontdesk.ragcore.index.ChunkChange;
import io.frontdesk.ragcore.index.FieldWeights;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.ragcore.words.WordCounts;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes changes into the tables, a page of the feed at a time. */
final class PgVectorWriter {
    // Thousands of rows are looked up by key; the planner would rather read the whole table.
    private static final String LOOK_UP_BY_KEY =
            """
            select set_config(name, 'off', true)
            from unnest(array['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'jit']) name
            """;
    private static final String UPSERT =
            """
            insert into indexed_chunk (chunk_id, tenant_id, base_id, vocabulary, length, words,
                                       position)
            values (:chunk, :tenant, :base, :vocabulary, :length, :words, :position)
            on conflict (chunk_id) do update set
                tenant_id = excluded.tenant_id, base_id = excluded.base_id,
                vocabulary = excluded.vocabulary, length = excluded.length, words = excluded.words,
                position = excluded.position
            returning *
            """;
    private static final String INSERT_VECTOR =
            """
            insert into indexed_vector (chunk_id, model, tenant_id, base_id, embedding)
            values (:chunk, :model, :tenant, :base, :embedding)
            """;
    private static final String MEASURE =
            """
            insert into indexed_scope (tenant_id, base_id, vocabulary, chunks, length)
            values (:tenant, :base, :vocabulary, :chunks, :length)
            on conflict (tenant_id, base_id, vocabulary) do update set
                chunks = indexed_scope.chunks + excluded.chunks,
                length = indexed_scope.length + excluded.length
            """;

    private final JdbcClient jdbc;
    private final FieldWeights weights;

    PgVectorWriter(JdbcClient jdbc, FieldWeights weights) {
        this.jdbc = jdbc;
        this.weights = weights;
    }

    private record Scope(UUID tenant, UUID base, String vocabulary) {
        static Scope of(IndexedChunk chunk) {
            return new Scope(chunk.tenant(), chunk.base(), chunk.vocabulary());
        }
    }

    private record Size(long chunks, long length) {
        Size plus(Size other) {
            return new Size(chunks + other.chunks, length + other.length);
        }
    }

    void apply(List<ChunkChange> page) {
        jdbc.sql(LOOK_UP_BY_KEY).query((row, number) -> row.getString(1)).list();
        var changes = new LinkedHashMap<UUID, ChunkChange>();
        page.forEach(change -> changes.put(change.chunk(), change));
        var stored = stored(changes.keySet());
        // A slower process may bring what has been replaced since.
        stored.values().stream()
                .filter(chunk -> older(changes.get(chunk.chunk()), chunk))
                .forEach(chunk -> changes.remove(chunk.chunk()));
        stored.keySet().retainAll(changes.keySet());

        var edits = new PostingEdits();
        var models = new Models();
        var sizes = new HashMap<Scope, Size>();
        for (var chunk : stored.values()) {
            edits.remove(chunk);
            sizes.merge(Scope.of(chunk), new Size(-1, -chunk.length()), Size::plus);
        }
        deleteVectors(changes.keySet());
        for (var change : changes.values()) {
            var content = change.content();
            if (content == null) {
                jdbc.sql("delete from indexed_chunk where chunk_id = :chunk")
                        .param("chunk", change.chunk())
                        .update();
            } else {
                var counts = WordCounts.of(content, weights);
                var chunk = save(change, content, counts);
                edits.add(chunk, counts.counts());
                sizes.merge(Scope.of(chunk), new Size(1, chunk.length()), Size::plus);
                saveVectors(change, content, models);
            }
        }
        edits.write(jdbc);
        sizes.forEach(this::measure);
    }

    private static boolean older(@Nullable ChunkChange change, IndexedChunk stored) {
        return change != null && change.content() != null && change.position() < stored.position();
    }

    private Map<UUID, IndexedChunk> stored(Collection<UUID> chunks) {
        var stored = new HashMap<UUID, IndexedChunk>();
        jdbc
                .sql("select * from indexed_chunk where chunk_id = any(:chunks)")
                .param("chunks", chunks.toArray(UUID[]::new))
                .query((row, number) -> IndexedChunk.of(row))
                .stream()
                .forEach(chunk -> stored.put(chunk.chunk(), chunk));
        return stored;
    }

    private void deleteVectors(Collection<UUID> chunks) {
        jdbc.sql("delete from indexed_vector where chunk_id = any(:chunks)")
                .param("chunks", chunks.toArray(UUID[]::new))
                .update();
    }

    private IndexedChunk save(ChunkChange change, ChunkChange.Content content, WordCounts counts) {
        return jdbc.sql(UPSERT)
                .param("chunk", change.chunk())
                .param("tenant", change.tenant())
                .param("base", content.base())
                .param("vocabulary", counts.vocabulary())
                .param("length", counts.length())
                .param("words", counts.counts().keySet().toArray(String[]::new))
                .param("position", change.position())
                .query((row, number) -> IndexedChunk.of(row))
                .single();
    }

    private void saveVectors(ChunkChange change, ChunkChange.Content content, Models models) {
        content.embeddings()
                .forEach((model, vector) -> {
                    if (Vectors.usable(vector)) {
                        jdbc.sql(INSERT_VECTOR)
                                .param("chunk", change.chunk())
                                .param("model", models.number(model, vector.length))
                                .param("tenant", change.tenant())
                                .param("base", content.base())
                                .param("embedding", new PGvector(vector))
                                .update();
                    }
                });
    }

    /** Makes those that are new, each once for a page. */
    private final class Models {
        private final Map<String, Integer> numbers = new HashMap<>();

        int number(String model, int dimension) {
            return numbers.computeIfAbsent(
                    dimension + "/" + model,
                    key ->
                            jdbc.sql("select add_indexed_model(:model, :dimension)")
                                    .param("model", model)
                                    .param("dimension", dimension)
                                    .query(Integer.class)
                                    .single());
        }
    }

    private void measure(Scope scope, Size change) {
        if (!Objects.equals(change, new Size(0, 0))) {
            jdbc.sql(MEASURE)
                    .param("tenant", scope.tenant())
                    .param("base", scope.base())
                    .param("vocabulary", scope.vocabulary())
                    .param("chunks", change.chunks())
                    .param("length", change.length())
                    .update();
        }
    }
}
