package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.document.Document.Failure;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.ragknowledge.fetching.Fetched;
import io.frontdesk.starter.events.Events;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The state of documents on their way from queued to ready or failed. Every change is made only if
 * the document still stands where the work on it began, and says whether it was.
 */
@Repository
@Transactional
class Ingestions {

    /** Event {@code io.frontdesk.knowledge.document-ready}: the document can be searched. */
    record DocumentReady(UUID documentId, UUID baseId, int chunks) {
        static final String TYPE = "io.frontdesk.knowledge.document-ready";
    }

    /** Event {@code io.frontdesk.knowledge.document-failed}: its newest version is of no use. */
    record DocumentFailed(UUID documentId, UUID baseId, String problem) {
        static final String TYPE = "io.frontdesk.knowledge.document-failed";
    }

    static final double PARSED = 0.1;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    Ingestions(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    Optional<Work> find(UUID documentId) {
        return jdbc.sql(
                        """
                        select d.*, coalesce(v.title, d.title) as work_title
                        from document d left join document_version v on v.document_id = d.id
                            and v.version =
                                case when d.restoring then d.searchable_version else d.version end
                        where d.id = :id
                        """)
                .param("id", documentId)
                .query(Ingestions::work)
                .optional();
    }

    boolean parsing(Work work) {
        return work.restoring()
                || changed(
                        work,
                        "status = 'parsing', attempts = attempts + 1, progress = 0.05",
                        Map.of());
    }

    boolean parsed(Work work, String title, String mediaType, int chunks) {
        jdbc.sql(
                        "update document_version set title = :title, media_type = :mediaType"
                                + " where document_id = :id and version = :version")
                .param("id", work.documentId())
                .param("version", work.target())
                .param("title", title)
                .param("mediaType", mediaType)
                .update();
        var now = OffsetDateTime.now(clock);
        return work.restoring()
                ? changed(
                        work,
                        "staged_version = :target, chunks = :chunks, progressed_at = :now",
                        Map.of("target", work.target(), "chunks", chunks, "now", now))
                : changed(
                        work,
                        "status = 'embedding', dirty = searchable_version is not null,"
                                + " staged_version = :target, media_type = :mediaType,"
                                + " chunks = :chunks, progress = :progress, progressed_at = :now,"
                                + " title = case when searchable_version is null then :title"
                                + " else title end",
                        Map.of(
                                "target", work.target(),
                                "mediaType", mediaType,
                                "chunks", chunks,
                                "progress", PARSED,
                                "title", title,
                                "now", now));
    }

    /** False when the document was deleted or queued anew meanwhile. */
    boolean advanced(Work work, double share) {
        var now = OffsetDateTime.now(clock);
        return work.restoring()
                ? changed(work, "failures = 0, progressed_at = :now", Map.of("now", now))
                : changed(
                        work,
                        "failures = 0, progress = :progress, progressed_at = :now",
                        Map.of("progress", PARSED + (0.99 - PARSED) * share, "now", now));
    }

    /** The content was fetched and is the same, or this is the searchable version put back. */
    boolean settled(Work work) {
        forgetStaged(work.documentId());
        return changed(
                work,
                "restoring = false, dirty = false, fetch_due = false,"
                        + (work.restoring() ? "" : " status = 'ready', progress = 1,")
                        + " staged_version = null",
                Map.of());
    }

    boolean ready(Work work, int chunks) {
        forgetStaged(work.documentId());
        boolean changed =
                changed(
                        work,
                        "status = 'ready', progress = 1, searchable_version = version,"
                                + " dirty = false, staged_version = null, title = :title",
                        Map.of("title", work.title()));
        if (changed) {
            events.publish(
                    DocumentReady.TYPE,
                    work.documentId().toString(),
                    new DocumentReady(work.documentId(), work.baseId(), chunks));
        }
        return changed;
    }

    /** What searches found stays: chunks that were replaced already are to be put back. */
    boolean failed(Work work, Failure problem) {
        forgetStaged(work.documentId());
        boolean restore = work.searchable() != null && work.dirty() && !work.restoring();
        boolean changed =
                changed(
                        work,
                        "status = 'failed', problem_type = :type, problem_title = :title,"
                                + " problem_detail = :detail, fetch_due = false, staged_version = null,"
                                + " restoring = :restore",
                        Map.of(
                                "type", problem.type(),
                                "title", problem.title(),
                                "detail", problem.detail(),
                                "restore", restore));
        if (changed) {
            events.publish(
                    DocumentFailed.TYPE,
                    work.documentId().toString(),
                    new DocumentFailed(work.documentId(), work.baseId(), problem.type()));
        }
        return changed;
    }

    /** The searchable version could not be put back either: what the index holds is left. */
    void unrestored(Work work) {
        forgetStaged(work.documentId());
        changed(work, "restoring = false, staged_version = null", Map.of());
    }

    /** Notes what was fetched; the content itself is a version by now, if it changed. */
    boolean fetched(Work work, Fetched fetched) {
        return jdbc.sql(
                                "update document set fetch_due = false, final_url = :url, etag = :etag,"
                                        + " last_modified = :modified"
                                        + " where id = :id and round = :round")
                        .param("url", fetched.url().toString())
                        .param("etag", fetched.etag())
                        .param("modified", fetched.lastModified())
                        .param("id", work.documentId())
                        .param("round", work.round())
                        .update()
                == 1;
    }

    /** Something around the document failed: it is tried again after a pause that grows. */
    void postpone(Work work) {
        var pause = Duration.ofSeconds(1L << Math.min(10, work.failures() + 1));
        changed(
                work,
                "failures = failures + 1, due_at = :due",
                Map.of(
                        "due",
                        OffsetDateTime.now(clock)
                                .plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)));
    }

    private boolean changed(Work work, String assignments, Map<String, ?> parameters) {
        return jdbc.sql("update document set " + assignments + " where id = :id and round = :round")
                        .params(parameters)
                        .param("id", work.documentId())
                        .param("round", work.round())
                        .update()
                == 1;
    }

    private void forgetStaged(UUID documentId) {
        jdbc.sql("delete from staged_chunk where document_id = :id")
                .param("id", documentId)
                .update();
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getObject("id", UUID.class),
                row.getObject("base_id", UUID.class),
                row.getString("work_title"),
                row.getBoolean("title_given"),
                row.getInt("version"),
                row.getObject("searchable_version", Integer.class),
                row.getObject("staged_version", Integer.class),
                row.getBoolean("restoring"),
                row.getBoolean("dirty"),
                row.getInt("round"),
                DocumentStatus.of(row.getString("status")),
                row.getInt("attempts"),
                row.getInt("failures"),
                row.getInt("chunks"),
                row.getObject("progressed_at", OffsetDateTime.class),
                row.getBoolean("fetch_due"),
                row.getString("url"),
                row.getString("etag"),
                row.getString("last_modified"));
    }
}
