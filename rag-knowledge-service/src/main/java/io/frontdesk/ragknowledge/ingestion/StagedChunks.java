package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.chunking.Chunk;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Chunks that are parsed and not yet all embedded: what a restart goes on with. */
@Repository
@Transactional
class StagedChunks {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    StagedChunks(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void replace(UUID documentId, List<Chunk> chunks) {
        jdbc.sql("delete from staged_chunk where document_id = :id")
                .param("id", documentId)
                .update();
        for (int from = 0; from < chunks.size(); from += BATCH) {
            var part = chunks.subList(from, Math.min(chunks.size(), from + BATCH));
            batches.batchUpdate(
                    "insert into staged_chunk (document_id, ordinal, text, headings, page)"
                            + " values (:document, :ordinal, :text, :headings, :page)",
                    part.stream()
                            .map(chunk -> row(documentId, chunk))
                            .toArray(MapSqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource row(UUID documentId, Chunk chunk) {
        return new MapSqlParameterSource("document", documentId)
                .addValue("ordinal", chunk.ordinal())
                .addValue("text", chunk.text())
                .addValue("headings", chunk.headings().toArray(String[]::new))
                .addValue("page", chunk.page());
    }

    List<Integer> ordinals(UUID documentId) {
        return jdbc.sql("select ordinal from staged_chunk where document_id = :id order by ordinal")
                .param("id", documentId)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    List<Chunk> get(UUID documentId, List<Integer> ordinals) {
        return jdbc.sql(
                        "select * from staged_chunk where document_id = :id"
                                + " and ordinal in (:ordinals) order by ordinal")
                .param("id", documentId)
                .param("ordinals", ordinals)
                .query((row, _) ->
                        new Chunk(
                                row.getInt("ordinal"),
                                row.getString("text"),
                                List.of((String[]) row.getArray("headings").getArray()),
                                page(row.getObject("page"))))
                .list();
    }

    private static @Nullable Integer page(@Nullable Object value) {
        return (Integer) value;
    }
}
