package io.frontdesk.ragknowledge.intake;

import io.frontdesk.ragknowledge.archive.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The imports of the tenant at hand, and the archives of those that run. */
@Repository
@Transactional
class Imports {

    private static final int PART = 1024 * 1024;
    private static final int MOST_NOTES = 100;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;

    Imports(JdbcClient jdbc, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** The import of this archive, added if it is new; locked until the transaction ends. */
    ArchiveImport of(Manifest manifest) {
        jdbc.sql(
                        """
                        insert into archive_import (id, archive_id, status, bases, documents,
                            problem, created_at)
                        values (:id, :archive, 'failed', :bases, :documents, 'not begun', :now)
                        on conflict (tenant_id, archive_id) do nothing
                        """)
                .param("id", ids.generateId())
                .param("archive", manifest.id())
                .param("bases", manifest.counts().getOrDefault("bases.json", 0))
                .param("documents", manifest.counts().getOrDefault("documents.jsonl", 0))
                .param("now", OffsetDateTime.now(clock))
                .update();
        return jdbc.sql("select * from archive_import where archive_id = :archive for update")
                .param("archive", manifest.id())
                .query(Imports::view)
                .single();
    }

    Optional<ArchiveImport> find(UUID id) {
        return jdbc.sql("select * from archive_import where id = :id")
                .param("id", id)
                .query(Imports::view)
                .optional();
    }

    void start(UUID id, InputStream archive) throws IOException {
        state(id, "running", null);
        jdbc.sql("update archive_import set attempts = 0 where id = :id").param("id", id).update();
        int part = 0;
        for (var bytes = archive.readNBytes(PART);
                bytes.length > 0;
                bytes = archive.readNBytes(PART)) {
            jdbc.sql(
                            "insert into archive_part (import_id, part, bytes)"
                                    + " values (:id, :part, :bytes)")
                    .param("id", id)
                    .param("part", part++)
                    .param("bytes", bytes)
                    .update();
        }
    }

    void copy(UUID id, OutputStream target) throws IOException {
        for (int part = 0; ; part++) {
            var bytes =
                    jdbc.sql(
                                    "select bytes from archive_part"
                                            + " where import_id = :id and part = :part")
                            .param("id", id)
                            .param("part", part)
                            .query((row, _) -> row.getBytes(1))
                            .optional();
            if (bytes.isEmpty()) {
                return;
            }
            target.write(bytes.get());
        }
    }

    /** Counts a try; returns how many there were. */
    int attempt(UUID id) {
        return jdbc.sql(
                        "update archive_import set attempts = attempts + 1 where id = :id"
                                + " returning attempts")
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .optional()
                .orElse(0);
    }

    /** Ends an import; its archive is no longer needed. */
    void end(UUID id, String status, @Nullable String problem) {
        state(id, status, problem);
        jdbc.sql("delete from archive_part where import_id = :id").param("id", id).update();
    }

    Optional<UUID> mapped(UUID id, String kind, UUID oldId) {
        return jdbc.sql(
                        "select new_id from archive_mapping"
                                + " where import_id = :id and kind = :kind and old_id = :old")
                .param("id", id)
                .param("kind", kind)
                .param("old", oldId)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Adds a sentence for the sender; of very many the first are kept. */
    void note(UUID id, String sentence) {
        jdbc.sql(
                        "update archive_import set notes = notes || :note where id = :id"
                                + " and cardinality(notes) < :most")
                .param("id", id)
                .param("note", new String[] {sentence})
                .param("most", MOST_NOTES)
                .update();
    }

    /** With the thing itself: after a stop, what has a mapping is there, and nothing else is. */
    void map(UUID id, String kind, UUID oldId, UUID newId) {
        jdbc.sql(
                        "insert into archive_mapping (import_id, kind, old_id, new_id)"
                                + " values (:id, :kind, :old, :new)")
                .param("id", id)
                .param("kind", kind)
                .param("old", oldId)
                .param("new", newId)
                .update();
        jdbc.sql("update archive_import set imported = imported + 1, attempts = 0 where id = :id")
                .param("id", id)
                .update();
    }

    private void state(UUID id, String status, @Nullable String problem) {
        jdbc.sql(
                        "update archive_import set status = :status, problem = :problem,"
                                + " finished_at = :finished where id = :id")
                .param("status", status)
                .param("problem", problem)
                .param("finished", status.equals("running") ? null : OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    private static ArchiveImport view(ResultSet row, int number) throws SQLException {
        return new ArchiveImport(
                row.getObject("id", UUID.class),
                row.getString("status"),
                row.getInt("bases"),
                row.getInt("documents"),
                row.getInt("imported"),
                row.getString("problem"),
                List.of((String[]) row.getArray("notes").getArray()),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class));
    }
}
