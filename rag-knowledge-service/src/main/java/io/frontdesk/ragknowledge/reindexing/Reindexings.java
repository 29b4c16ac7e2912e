package io.frontdesk.ragknowledge.reindexing;

import io.frontdesk.ragknowledge.reindexing.Reindexing.Problem;
import io.frontdesk.ragknowledge.reindexing.Reindexing.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reindexings and their items; to be used across tenants, as the system. */
@Repository
@Transactional
class Reindexings {

    private static final int PROBLEMS = 20;
    private static final String COUNTED =
            """
            select r.*,
                (select count(*) from reindexing_item i where i.reindexing_id = r.id) as total,
                (select count(*) from reindexing_item i
                    where i.reindexing_id = r.id and i.status = 'done') as done,
                (select count(*) from reindexing_item i
                    where i.reindexing_id = r.id and i.status = 'failed') as failed
            from reindexing r
            """;
    private static final String SCOPE =
            " where (:tenant::uuid is null or s.tenant_id = :tenant::uuid)"
                    + " and (:base::uuid is null or s.%s = :base::uuid)"
                    + " and (:document::uuid is null or s.id = :document::uuid)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Reindexings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds it with all its items: what is uploaded later is indexed anyway. */
    void add(UUID id, NewReindexing wanted, String by) {
        jdbc.sql(
                        """
                        insert into reindexing (id, status, for_tenant, for_base, for_document,
                            model, reason, created_by, created_at)
                        values (:id, 'queued', :tenant, :base, :document, :model, :reason, :by,
                            :now)
                        """)
                .param("id", id)
                .param("tenant", wanted.tenantId())
                .param("base", wanted.baseId())
                .param("document", wanted.documentId())
                .param("model", wanted.model())
                .param("reason", wanted.reason())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
        var from =
                wanted.model() == null
                        ? "document s" + SCOPE.formatted("base_id")
                        : "knowledge_base s" + SCOPE.formatted("id");
        int items =
                jdbc.sql(
                                "insert into reindexing_item (reindexing_id, subject_id, tenant_id,"
                                        + " status, changed_at)"
                                        + " select :id, s.id, s.tenant_id, 'pending', :now from "
                                        + from)
                        .param("id", id)
                        .param("tenant", wanted.tenantId())
                        .param("base", wanted.baseId())
                        .param("document", wanted.documentId())
                        .param("now", OffsetDateTime.now(clock))
                        .update();
        if (items == 0 && !exists(wanted)) {
            throw new NothingThere();
        }
    }

    private boolean exists(NewReindexing wanted) {
        return wanted.documentId() == null
                && (wanted.baseId() == null
                        || jdbc.sql(
                                        "select exists (select from knowledge_base where id = :base"
                                                + " and (:tenant::uuid is null or tenant_id ="
                                                + " :tenant::uuid))")
                                .param("base", wanted.baseId())
                                .param("tenant", wanted.tenantId())
                                .query(Boolean.class)
                                .single());
    }

    Reindexing get(UUID id) {
        return jdbc.sql(COUNTED + " where r.id = :id")
                .param("id", id)
                .query(Reindexings::reindexing)
                .optional()
                .orElseThrow(() -> new ReindexingNotFound(id));
    }

    List<Problem> problems(UUID id) {
        return jdbc.sql(
                        "select * from reindexing_item where reindexing_id = :id"
                                + " and status = 'failed' order by changed_at limit :limit")
                .param("id", id)
                .param("limit", PROBLEMS)
                .query((row, _) ->
                        new Problem(
                                row.getObject("subject_id", UUID.class),
                                row.getObject("tenant_id", UUID.class),
                                row.getString("problem")))
                .list();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<Reindexing> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        COUNTED
                                + " where :before::uuid is null or r.id < :before::uuid"
                                + " order by r.id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Reindexings::reindexing)
                .list();
    }

    /** Leaves alone what is over; what the queue has taken on already is still read. */
    void cancel(UUID id) {
        int changed =
                jdbc.sql(
                                "update reindexing set status = 'cancelled', finished_at = :now"
                                        + " where id = :id and status in ('queued', 'running')")
                        .param("id", id)
                        .param("now", OffsetDateTime.now(clock))
                        .update();
        if (changed == 1) {
            jdbc.sql(
                            "update reindexing_item set status = 'cancelled', changed_at = :now"
                                    + " where reindexing_id = :id"
                                    + " and status in ('pending', 'queued')")
                    .param("id", id)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    void running(UUID id) {
        jdbc.sql("update reindexing set status = 'running' where id = :id and status = 'queued'")
                .param("id", id)
                .update();
    }

    /** Whether nothing is left to do, which is then kept. */
    boolean finished(UUID id) {
        return jdbc.sql(
                                """
                                update reindexing set status = 'done', finished_at = :now
                                where id = :id and status = 'running' and not exists (
                                    select from reindexing_item where reindexing_id = :id
                                        and status in ('pending', 'queued'))
                                """)
                        .param("id", id)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private static Reindexing reindexing(ResultSet row, int number) throws SQLException {
        int total = row.getInt("total");
        int done = row.getInt("done");
        int failed = row.getInt("failed");
        return new Reindexing(
                row.getObject("id", UUID.class),
                Status.of(row.getString("status")),
                row.getObject("for_tenant", UUID.class),
                row.getObject("for_base", UUID.class),
                row.getObject("for_document", UUID.class),
                row.getString("model"),
                row.getString("reason"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class),
                total,
                done,
                failed,
                total == 0 ? 1 : (done + failed) / (double) total,
                null);
    }
}
