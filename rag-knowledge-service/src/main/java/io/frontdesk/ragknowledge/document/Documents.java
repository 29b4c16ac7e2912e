package io.frontdesk.ragknowledge.document;

import io.frontdesk.ragknowledge.document.Document.Failure;
import io.frontdesk.starter.events.Events;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The documents of the tenant at hand. */
@Repository
@Transactional
public class Documents {

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    Documents(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a queued document, unless the base holds the same content already: then false. */
    public boolean add(UUID id, NewDocument document) {
        return jdbc.sql(
                                """
                                insert into document (id, base_id, title, title_given, file_name,
                                    media_type, content_hash, size, status, created_at, progressed_at)
                                values (:id, :base, :title, :given, :fileName, :mediaType, :hash,
                                    :size, 'queued', :now, :now)
                                on conflict (base_id, content_hash) do nothing
                                """)
                        .param("id", id)
                        .param("base", document.baseId())
                        .param("title", document.title())
                        .param("given", document.titleGiven())
                        .param("fileName", document.fileName())
                        .param("mediaType", document.mediaType())
                        .param("hash", document.contentHash())
                        .param("size", document.size())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    public Document get(UUID id) {
        return jdbc.sql("select * from document where id = :id")
                .param("id", id)
                .query(Documents::document)
                .optional()
                .orElseThrow(() -> new DocumentNotFound(id));
    }

    public Optional<Document> withContent(UUID baseId, String contentHash) {
        return jdbc.sql(
                        "select * from document where base_id = :base and content_hash = :hash"
                                + " for update")
                .param("base", baseId)
                .param("hash", contentHash)
                .query(Documents::document)
                .optional();
    }

    /** Gives a failed document another chance. */
    public void queueAgain(UUID id) {
        jdbc.sql(
                        """
                        update document set status = 'queued', progress = 0, attempts = 1,
                            progressed_at = :now, problem_type = null, problem_title = null,
                            problem_detail = null
                        where id = :id
                        """)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    public List<Document> list(UUID baseId, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from document
                        where base_id = :base and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("base", baseId)
                .param("before", before)
                .param("limit", limit)
                .query(Documents::document)
                .list();
    }

    /** The titles of those documents that can be searched. */
    public Map<UUID, String> titles(Collection<UUID> ids) {
        var titles = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, title from document where status = 'ready' and id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        titles.put(row.getObject("id", UUID.class), row.getString("title"));
                    });
        }
        return titles;
    }

    /** Deletes the document with its content and tells everybody who keeps something of it. */
    public void delete(UUID id) {
        var document = get(id);
        jdbc.sql("delete from document where id = :id").param("id", id).update();
        events.publish(
                DocumentDeleted.TYPE, id.toString(), new DocumentDeleted(id, document.baseId()));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var problem = row.getString("problem_type");
        return new Document(
                row.getObject("id", UUID.class),
                row.getObject("base_id", UUID.class),
                row.getString("title"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                DocumentStatus.of(row.getString("status")),
                row.getDouble("progress"),
                row.getInt("chunks"),
                problem == null
                        ? null
                        : new Failure(
                                problem,
                                row.getString("problem_title"),
                                row.getString("problem_detail")),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
