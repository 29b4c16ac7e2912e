package io.frontdesk.ragknowledge.ingestion;

import io.frontdesk.ragknowledge.document.Document.Failure;
import io.frontdesk.ragknowledge.document.DocumentStatus;
import io.frontdesk.starter.events.Events;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The state of documents on their way from queued to ready or failed. */
@Repository
@Transactional
class Ingestions {

    static final double PARSED = 0.1;

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    Ingestions(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    Optional<Work> find(UUID documentId) {
        return jdbc.sql("select * from document where id = :id")
                .param("id", documentId)
                .query((row, _) ->
                        new Work(
                                documentId,
                                row.getObject("base_id", UUID.class),
                                row.getString("title"),
                                row.getBoolean("title_given"),
                                row.getString("file_name"),
                                DocumentStatus.of(row.getString("status")),
                                row.getInt("attempts"),
                                row.getObject("progressed_at", OffsetDateTime.class)))
                .optional();
    }

    void parsing(UUID documentId) {
        jdbc.sql(
                        "update document set status = 'parsing', attempts = attempts + 1,"
                                + " progress = 0.05 where id = :id")
                .param("id", documentId)
                .update();
    }

    void parsed(UUID documentId, String title, String mediaType, int chunks) {
        jdbc.sql(
                        """
                        update document set status = 'embedding', title = :title,
                            media_type = :mediaType, chunks = :chunks, progress = :progress,
                            progressed_at = :now
                        where id = :id
                        """)
                .param("id", documentId)
                .param("title", title)
                .param("mediaType", mediaType)
                .param("chunks", chunks)
                .param("progress", PARSED)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** False when the document was deleted meanwhile. */
    boolean advanced(UUID documentId, double share) {
        return jdbc.sql(
                                "update document set progress = :progress, progressed_at = :now"
                                        + " where id = :id")
                        .param("id", documentId)
                        .param("progress", PARSED + (0.99 - PARSED) * share)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    void ready(Work work, int chunks) {
        int changed =
                jdbc.sql("update document set status = 'ready', progress = 1 where id = :id")
                        .param("id", work.documentId())
                        .update();
        forgetStaged(work.documentId());
        if (changed == 1) {
            events.publish(
                    DocumentReady.TYPE,
                    work.documentId().toString(),
                    new DocumentReady(work.documentId(), work.baseId(), chunks));
        }
    }

    void failed(Work work, Failure problem) {
        int changed =
                jdbc.sql(
                                """
                                update document set status = 'failed', problem_type = :type,
                                    problem_title = :title, problem_detail = :detail
                                where id = :id
                                """)
                        .param("id", work.documentId())
                        .param("type", problem.type())
                        .param("title", problem.title())
                        .param("detail", problem.detail())
                        .update();
        forgetStaged(work.documentId());
        if (changed == 1) {
            events.publish(
                    DocumentFailed.TYPE,
                    work.documentId().toString(),
                    new DocumentFailed(work.documentId(), work.baseId(), problem.type()));
        }
    }

    private void forgetStaged(UUID documentId) {
        jdbc.sql("delete from staged_chunk where document_id = :id")
                .param("id", documentId)
                .update();
    }
}
