package io.frontdesk.ragcore.chunk;

import io.frontdesk.ragcore.chunk.ChunkVectors.Gathered;
import io.frontdesk.ragcore.index.Vectors;
import io.frontdesk.ragcore.language.Languages;
import io.frontdesk.ragcore.modelchoice.ModelChoice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.IdGenerator;

/** The chunk rows of the current tenant; row-level security hides all others. */
@Repository
public class Chunks {
    private static final String UPSERT =
            """
            insert into chunk (id, base_id, document_id, ordinal, title, headings, page, text,
                               language, content_hash, model, embedding)
            values (:id, :base, :document, :ordinal, :title, :headings, :page, :text,
                    :language, :hash, :model, :embedding)
            on conflict (tenant_id, document_id, ordinal) do update set
                base_id = excluded.base_id, title = excluded.title, headings = excluded.headings,
                page = excluded.page, text = excluded.text, language = excluded.language,
                content_hash = excluded.content_hash, model = excluded.model,
                embedding = excluded.embedding
            """;
    private static final String FORGET_OTHER_VECTORS =
            """
            delete from chunk_embedding where chunk_id in (
                select id from chunk where document_id = :document and ordinal = :ordinal)
            """;
    private static final String NEXT_VECTOR =
            """
            insert into chunk_embedding (chunk_id, model, embedding)
            select id, :model, :embedding from chunk
            where document_id = :document and ordinal = :ordinal
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final IdGenerator ids;
    private final Languages languages;

    Chunks(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            IdGenerator ids,
            Languages languages) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
        this.languages = languages;
    }

    /** Those of the given ids that the tenant has, and that lie in the bases if any are named. */
    public Map<UUID, StoredChunk> find(Collection<UUID> wanted, @Nullable Set<UUID> bases) {
        return jdbc
                .sql(
                        """
                        select c.*, coalesce(e.model, c.model) as found_by,
                               coalesce(e.embedding, c.embedding) as found_embedding
                        from chunk c
                        left join base_model b on b.base_id = c.base_id and b.model <> c.model
                        left join chunk_embedding e on e.chunk_id = c.id and e.model = b.model
                        where c.id = any(:ids) and (:everywhere or c.base_id = any(:bases))
                        """)
                .param("ids", wanted.toArray(UUID[]::new))
                .param("everywhere", bases == null)
                .param("bases", bases == null ? new UUID[0] : bases.toArray(UUID[]::new))
                .query((row, number) -> chunk(row))
                .stream()
                .collect(Collectors.toMap(StoredChunk::id, chunk -> chunk));
    }

    /**
     * Waits for other writers to commit. Comes first in a transaction that writes, so that its
     * statements see what those wrote.
     */
    void lock() {
        jdbc.sql("select position from chunk_feed for update").query(Long.class).single();
    }

    /** What is stored of a document: a fingerprint of base, content and model for each ordinal. */
    Map<Integer, String> fingerprints(UUID document) {
        var fingerprints = new HashMap<Integer, String>();
        jdbc.sql(
                        """
                        select ordinal, base_id || '/' || model || '/' || encode(content_hash, 'hex')
                        from chunk where document_id = :document
                        """)
                .param("document", document)
                .query(row -> {
                    fingerprints.put(row.getInt(1), row.getString(2));
                });
        return fingerprints;
    }

    static String fingerprint(ModelChoice choice, ChunkDraft draft) {
        return choice.baseId() + "/" + choice.model() + "/" + hash(draft);
    }

    static String hash(ChunkDraft draft) {
        return HexFormat.of().formatHex(draft.hash());
    }

    /**
     * Writes chunks with their vectors, which must be there; those of the model that is taking over
     * may be missing.
     */
    void save(UUID document, ModelChoice choice, List<ChunkDraft> drafts, Gathered vectors) {
        var rows = drafts.stream().map(draft -> row(document, choice, draft, vectors)).toList();
        var all = rows.toArray(SqlParameterSource[]::new);
        batches.batchUpdate(FORGET_OTHER_VECTORS, all);
        batches.batchUpdate(UPSERT, all);
        var next = choice.nextModel();
        if (next != null) {
            batches.batchUpdate(
                    NEXT_VECTOR,
                    drafts.stream()
                            .filter(draft -> vectors.of(next, draft) != null)
                            .map(draft -> vector(document, next, draft, vectors))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    List<Integer> ordinals(UUID document) {
        return jdbc.sql("select ordinal from chunk where document_id = :document order by 1")
                .param("document", document)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** The chunks of a document behind an ordinal, in their order. */
    List<StoredChunk> after(UUID document, int ordinal, int limit) {
        return jdbc.sql(
                        """
                        select *, model as found_by, embedding as found_embedding
                        from chunk where document_id = :document and ordinal > :ordinal
                        order by ordinal limit :limit
                        """)
                .param("document", document)
                .param("ordinal", ordinal)
                .param("limit", limit)
                .query((row, number) -> chunk(row))
                .list();
    }

    /** Removes what a shorter version of the document no longer has. */
    int deleteFrom(UUID document, int ordinal) {
        return jdbc.sql("delete from chunk where document_id = :document and ordinal >= :ordinal")
                .param("document", document)
                .param("ordinal", ordinal)
                .update();
    }

    void markDeleted(UUID document) {
        jdbc.sql(
                        "insert into deleted_document (document_id) values (:document) on conflict"
                                + " do nothing")
                .param("document", document)
                .update();
    }

    boolean deleted(UUID document) {
        return jdbc.sql(
                        "select exists (select from deleted_document where document_id ="
                                + " :document)")
                .param("document", document)
                .query(Boolean.class)
                .single();
    }

    private SqlParameterSource row(
            UUID document, ModelChoice choice, ChunkDraft draft, Gathered vectors) {
        return vector(document, choice.model(), draft, vectors)
                .addValue("id", ids.generateId())
                .addValue("base", choice.baseId())
                .addValue("title", draft.title())
                .addValue("headings", draft.headings().toArray(String[]::new))
                .addValue("page", draft.page())
                .addValue("text", draft.text())
                .addValue("language", languages.of(draft.text()))
                .addValue("hash", draft.hash());
    }

    private static MapSqlParameterSource vector(
            UUID document, String model, ChunkDraft draft, Gathered vectors) {
        var vector = Objects.requireNonNull(vectors.of(model, draft));
        return new MapSqlParameterSource()
                .addValue("document", document)
                .addValue("ordinal", draft.ordinal())
                .addValue("model", model)
                .addValue("embedding", Vectors.bytes(vector));
    }

    private static StoredChunk chunk(ResultSet row) throws SQLException {
        return new StoredChunk(
                row.getObject("id", UUID.class),
                row.getObject("base_id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getInt("ordinal"),
                row.getString("title"),
                List.of((String[]) row.getArray("headings").getArray()),
                row.getObject("page", Integer.class),
                row.getString("text"),
                row.getString("found_by"),
                Vectors.floats(row.getBytes("found_embedding")));
    }
}
