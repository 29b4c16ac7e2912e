package io.frontdesk.ragknowledge.ingestion;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which documents wait, in lanes: a document is always in the same one, so two never meet. */
@Repository
@Transactional
@EnableConfigurationProperties(IngestionProperties.class)
class Lanes {

    private static final String WAITING =
            " from document where (restoring or status in ('queued', 'parsing', 'embedding'))"
                    + " and abs(hashtext(id::text)) % :lanes = :lane";

    private static final String JOB =
            " where task_name = :task and task_instance = :lane and version = :version";

    private final JdbcClient jdbc;
    private final IngestionProperties properties;
    private final Clock clock;

    Lanes(JdbcClient jdbc, IngestionProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    record Lane(UUID tenant, int number) {
        @Override
        public String toString() {
            return tenant + "/" + number;
        }
    }

    Lane of(UUID tenant, UUID documentId) {
        int number =
                jdbc.sql("select abs(hashtext(:id::text)) % :lanes")
                        .param("id", documentId)
                        .param("lanes", properties.perTenant())
                        .query((row, _) -> row.getInt(1))
                        .single();
        return new Lane(tenant, number);
    }

    /** Until the transaction ends, no lane of the tenant ends; others may add to them as well. */
    void keepOpen(UUID tenant) {
        lock("pg_advisory_xact_lock_shared", tenant);
    }

    /** A job that waits for a later time is due now; one that was just taken is left alone. */
    void hurry(Lane lane, String task) {
        jdbc.sql(
                        "update scheduled_tasks set execution_time = :now, version = version + 1"
                                + " where task_name = :task and task_instance = :lane"
                                + " and not picked and execution_time > :now")
                .param("task", task)
                .param("lane", lane.toString())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Ends a turn: the lane's job stands in line again, or goes when no document waits. What is
     * queued meanwhile finds the job gone or is found here. All of it is one transaction on one
     * connection: a second one might be held by somebody who waits for this lock.
     *
     * @param version of the job's row, as it was taken from the queue
     */
    void end(Lane lane, String task, long version) {
        lock("pg_advisory_xact_lock", lane.tenant());
        var due = due(lane);
        var now = clock.instant();
        var job =
                due.isEmpty()
                        ? jdbc.sql("delete from scheduled_tasks" + JOB)
                        : jdbc.sql(
                                        "update scheduled_tasks set picked = false,"
                                                + " picked_by = null, last_heartbeat = null,"
                                                + " consecutive_failures = 0, last_success = :now,"
                                                + " execution_time = :at, version = version + 1"
                                                + JOB)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("at", later(due.get(), now).atOffset(ZoneOffset.UTC));
        job.param("task", task).param("lane", lane.toString()).param("version", version).update();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void lock(String function, UUID tenant) {
        jdbc.sql("select " + function + "(hashtext('ingestion'), hashtext(:tenant::text))")
                .param("tenant", tenant)
                .query(_ -> {});
    }

    /** The document that has waited longest, if one is due. */
    Optional<UUID> next(Lane lane) {
        return jdbc.sql("select id" + WAITING + " and due_at <= :now order by due_at, id limit 1")
                .param("lanes", properties.perTenant())
                .param("lane", lane.number())
                .param("now", OffsetDateTime.now(clock))
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** When the next document is due; none when no document waits. */
    private Optional<Instant> due(Lane lane) {
        return jdbc.sql("select due_at" + WAITING + " order by due_at limit 1")
                .param("lanes", properties.perTenant())
                .param("lane", lane.number())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }
}
