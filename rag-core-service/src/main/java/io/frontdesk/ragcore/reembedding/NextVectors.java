package io.frontdesk.ragcore.reembedding;

import io.frontdesk.ragcore.chunk.ChunkDraft;
import io.frontdesk.ragcore.embedding.Embedding;
import io.frontdesk.ragcore.index.Vectors;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The vectors of a model that takes over, beside those of the chunks. Every change touches the
 * chunk's row, so that the feed carries it to the indexes.
 */
@Repository
class NextVectors {
    private static final String LACKS =
            """
            c.base_id = :base and c.model <> :model and not exists (
                select from chunk_embedding e where e.chunk_id = c.id and e.model = :model)
            """;
    private static final String ADD =
            """
            insert into chunk_embedding (chunk_id, model, embedding)
            select id, :model, :embedding from chunk
            where id = :chunk and base_id = :base and content_hash = :hash
            on conflict (chunk_id, model) do update set embedding = excluded.embedding
            """;
    private static final String UNTIDY =
            """
            select c.id from chunk c
            where c.base_id = :base and exists (
                select from chunk_embedding e
                where e.chunk_id = c.id and (e.model = :model or c.model = :model))
            order by c.id limit :limit
            """;
    private static final String TAKE_OVER =
            """
            update chunk c set model = :model, embedding = coalesce(
                (select e.embedding from chunk_embedding e
                 where e.chunk_id = c.id and e.model = :model), c.embedding)
            where id = any(:chunks)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    NextVectors(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A chunk without a vector of the model, as it is now. */
    @SuppressWarnings("ArrayRecordComponent") // passed back as it is
    record Lacking(UUID chunk, byte[] hash, String text) {}

    record Count(long all, long lacking) {}

    List<Lacking> lacking(UUID base, String model, UUID after, int limit) {
        return jdbc.sql(
                        "select id, content_hash, title, headings, text from chunk c where "
                                + LACKS
                                + " and c.id > :after order by id limit :limit")
                .param("base", base)
                .param("model", model)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new Lacking(
                                row.getObject("id", UUID.class),
                                row.getBytes("content_hash"),
                                ChunkDraft.embedded(
                                        row.getString("title"),
                                        List.of((String[]) row.getArray("headings").getArray()),
                                        row.getString("text"))))
                .list();
    }

    Count count(UUID base, String model) {
        return jdbc.sql(
                        "select count(*) as all, count(*) filter (where "
                                + LACKS
                                + ") as lacking from chunk c where base_id = :base")
                .param("base", base)
                .param("model", model)
                .query(Count.class)
                .single();
    }

    /** Adds the vectors of those chunks that are still what was embedded. */
    void add(UUID base, String model, List<Lacking> chunks, List<Embedding> vectors) {
        batches.batchUpdate(
                ADD,
                IntStream.range(0, chunks.size())
                        .mapToObj(i ->
                                new MapSqlParameterSource()
                                        .addValue("chunk", chunks.get(i).chunk())
                                        .addValue("hash", chunks.get(i).hash())
                                        .addValue("base", base)
                                        .addValue("model", model)
                                        .addValue(
                                                "embedding",
                                                Vectors.bytes(vectors.get(i).vector())))
                        .toArray(MapSqlParameterSource[]::new));
        jdbc.sql("update chunk set ordinal = ordinal where id = any(:chunks)")
                .param("chunks", chunks.stream().map(Lacking::chunk).toArray(UUID[]::new))
                .update();
    }

    /**
     * Moves the model's vectors into the chunks' rows and forgets those of other models; says how
     * many chunks that concerned.
     */
    int tidy(UUID base, String model, int limit) {
        var chunks =
                jdbc.sql(UNTIDY)
                        .param("base", base)
                        .param("model", model)
                        .param("limit", limit)
                        .query(UUID.class)
                        .list()
                        .toArray(UUID[]::new);
        if (chunks.length > 0) {
            jdbc.sql(TAKE_OVER).param("model", model).param("chunks", chunks).update();
            jdbc.sql("delete from chunk_embedding where chunk_id = any(:chunks)")
                    .param("chunks", chunks)
                    .update();
        }
        return chunks.length;
    }
}
