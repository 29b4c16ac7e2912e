package io.frontdesk.ragknowledge.document;

import io.frontdesk.ragknowledge.document.Document.Source.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a document has held, newest last; adding to it makes the document queued. */
@Repository
@Transactional
public class Versions {

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    Versions(JdbcClient jdbc, Contents contents, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * A version as the API shows it.
     *
     * @param hash SHA-256 of the bytes, in hexadecimal
     * @param size in bytes
     * @param searchable whether it is the one that searches find
     */
    public record Version(
            int version,
            String fileName,
            String mediaType,
            String hash,
            long size,
            Kind source,
            OffsetDateTime createdAt,
            boolean searchable) {}

    /** What a version is made of, beside its bytes. */
    public record Content(String fileName, String mediaType, String hash, long size, Kind source) {}

    /** Newest first. */
    List<Version> list(UUID documentId) {
        return jdbc.sql(SELECT + " order by v.version desc")
                .param("id", documentId)
                .query(Versions::version)
                .list();
    }

    /**
     * One version.
     *
     * @throws DocumentNotFound when there is none of this number, or none any more
     */
    public Version get(UUID documentId, int version) {
        return jdbc.sql(SELECT + " and v.version = :version")
                .param("id", documentId)
                .param("version", version)
                .query(Versions::version)
                .optional()
                .orElseThrow(() -> new DocumentNotFound(documentId, version));
    }

    private static final String SELECT =
            """
            select v.*, v.version is not distinct from d.searchable_version as searchable
            from document_version v join document d on d.id = v.document_id
            where d.id = :id\
            """;

    /** Makes this content the newest version, which is then to be read. */
    public void add(UUID documentId, Content content, InputStream bytes) throws IOException {
        contents.write(documentId, next(documentId, content), bytes);
    }

    /** Makes an earlier version the newest again. */
    public void repeat(UUID documentId, int version) {
        var old = get(documentId, version);
        var content =
                new Content(old.fileName(), old.mediaType(), old.hash(), old.size(), old.source());
        contents.repeat(documentId, version, next(documentId, content));
    }

    private int next(UUID documentId, Content content) {
        int version =
                jdbc.sql(
                                """
                                update document set version = version + 1, file_name = :fileName,
                                    media_type = :mediaType, content_hash = :hash, size = :size
                                where id = :id returning version
                                """)
                        .param("id", documentId)
                        .param("fileName", content.fileName())
                        .param("mediaType", content.mediaType())
                        .param("hash", content.hash())
                        .param("size", content.size())
                        .query((row, _) -> row.getInt(1))
                        .optional()
                        .orElseThrow(() -> new DocumentNotFound(documentId));
        insert(documentId, version, content);
        return version;
    }

    void insert(UUID documentId, int version, Content content) {
        jdbc.sql(
                        """
                        insert into document_version (document_id, version, file_name, media_type,
                            content_hash, size, source, created_at)
                        values (:id, :version, :fileName, :mediaType, :hash, :size, :source, :now)
                        """)
                .param("id", documentId)
                .param("version", version)
                .param("fileName", content.fileName())
                .param("mediaType", content.mediaType())
                .param("hash", content.hash())
                .param("size", content.size())
                .param("source", content.source().word())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Forgets all but the newest few, never the one that searches find. */
    public void keep(UUID documentId, int most) {
        for (var table : List.of("document_part", "document_version")) {
            jdbc.sql(
                            "delete from "
                                    + table
                                    + " v using document d where d.id = :id and v.document_id = d.id"
                                    + " and v.version <= d.version - :most"
                                    + " and v.version is distinct from d.searchable_version")
                    .param("id", documentId)
                    .param("most", Math.max(1, most))
                    .update();
        }
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("content_hash"),
                row.getLong("size"),
                Kind.of(row.getString("source")),
                row.getObject("created_at", OffsetDateTime.class),
                row.getBoolean("searchable"));
    }
}
