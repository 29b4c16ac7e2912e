package io.frontdesk.ragknowledge.document;

import io.frontdesk.ragknowledge.document.Document.Failure;
import io.frontdesk.ragknowledge.document.Document.Source;
import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import io.frontdesk.ragknowledge.document.Versions.Content;
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
    private final Versions versions;
    private final Events events;
    private final Clock clock;

    Documents(JdbcClient jdbc, Versions versions, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a queued document, unless the base holds the same upload, text or web address already:
     * then false. A web address is yet to be fetched; of everything else the bytes follow.
     */
    public boolean add(UUID id, NewDocument document) {
        boolean fetch = document.source().kind() == Kind.URL;
        boolean added = insert(id, document, fetch);
        if (added && !fetch) {
            versions.insert(
                    id,
                    1,
                    new Content(
                            document.fileName(),
                            document.mediaType(),
                            document.contentHash(),
                            document.size(),
                            document.source().kind()));
        }
        return added;
    }

    private boolean insert(UUID id, NewDocument document, boolean fetch) {
        return jdbc.sql(
                                """
                                insert into document (id, base_id, title, title_given, file_name,
                                    media_type, content_hash, size, status, created_at,
                                    progressed_at, due_at, source, url, website_id, fetch_due, version)
                                values (:id, :base, :title, :given, :fileName, :mediaType, :hash,
                                    :size, 'queued', :now, :now, :now, :source, :url, :website,
                                    :fetch, :version)
                                on conflict do nothing
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
                        .param("source", document.source().kind().word())
                        .param("url", document.source().url())
                        .param("website", document.websiteId())
                        .param("fetch", fetch)
                        .param("version", fetch ? 0 : 1)
                        .update()
                == 1;
    }

    public Document get(UUID id) {
        return find(id).orElseThrow(() -> new DocumentNotFound(id));
    }

    public Optional<Document> find(UUID id) {
        return jdbc.sql("select * from document where id = :id")
                .param("id", id)
                .query(Documents::document)
                .optional();
    }

    /** The document as it is, and as it stays until the transaction ends. */
    public Document locked(UUID id) {
        return jdbc.sql("select * from document where id = :id for update")
                .param("id", id)
                .query(Documents::document)
                .optional()
                .orElseThrow(() -> new DocumentNotFound(id));
    }

    /** The upload or text with this content. */
    public Optional<Document> withContent(UUID baseId, String contentHash) {
        return jdbc.sql(
                        "select * from document where base_id = :base and content_hash = :hash"
                                + " and source in ('upload', 'text') for update")
                .param("base", baseId)
                .param("hash", contentHash)
                .query(Documents::document)
                .optional();
    }

    /** The document that is kept for this web address alone. */
    public Optional<Document> withUrl(UUID baseId, String url) {
        return jdbc.sql(
                        "select * from document where base_id = :base and url = :url"
                                + " and source = 'url' for update")
                .param("base", baseId)
                .param("url", url)
                .query(Documents::document)
                .optional();
    }

    /** The documents of a website. */
    public List<UUID> ofWebsite(UUID websiteId) {
        return jdbc.sql("select id from document where website_id = :website order by id")
                .param("website", websiteId)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether one of the website's documents has this content. */
    public boolean websiteHolds(UUID websiteId, String contentHash) {
        return jdbc.sql(
                        "select exists (select from document where website_id = :website"
                                + " and content_hash = :hash)")
                .param("website", websiteId)
                .param("hash", contentHash)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Has the newest version read again, or a web address fetched again first. */
    public void queueAgain(UUID id, boolean fetch) {
        jdbc.sql(
                        """
                        update document set status = 'queued', progress = 0, attempts = 1,
                            progressed_at = :now, due_at = :now, failures = 0, round = round + 1,
                            staged_version = null, restoring = false,
                            fetch_due = (fetch_due or :fetch) and source = 'url',
                            problem_type = null, problem_title = null, problem_detail = null
                        where id = :id
                        """)
                .param("id", id)
                .param("fetch", fetch)
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
            jdbc.sql(
                            "select id, title from document"
                                    + " where searchable_version is not null and id in (:ids)")
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
                row.getObject("created_at", OffsetDateTime.class),
                row.getInt("version"),
                row.getObject("searchable_version", Integer.class),
                source(row));
    }

    private static Source source(ResultSet row) throws SQLException {
        var url = row.getString("final_url");
        return new Source(
                Kind.of(row.getString("source")), url == null ? row.getString("url") : url);
    }
}
