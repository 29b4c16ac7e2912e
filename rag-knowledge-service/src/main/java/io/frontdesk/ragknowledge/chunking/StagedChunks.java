package io.frontdesk.ragknowledge.chunking;

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
public class StagedChunks {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    StagedChunks(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void replace(UUID documentId, List<Chunk> chunks) {
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

    public int count(UUID documentId) {
        return jdbc.sql("select count(*) from staged_chunk where document_id = :id")
                .param("id", documentId)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** The ordinals that the index has not taken yet. */
    public List<Integer> unsent(UUID documentId) {
        return jdbc.sql(
                        "select ordinal from staged_chunk where document_id = :id and not sent"
                                + " order by ordinal")
                .param("id", documentId)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    public void sent(UUID documentId, List<Integer> ordinals) {
        jdbc.sql(
                        "update staged_chunk set sent = true where document_id = :id"
                                + " and ordinal in (:ordinals)")
                .param("id", documentId)
                .param("ordinals", ordinals)
                .update();
    }

    public List<Chunk> get(UUID documentId, List<Integer> ordinals) {
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
