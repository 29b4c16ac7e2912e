package io.frontdesk.ragknowledge.evaluation;

import io.frontdesk.ragknowledge.evaluation.EvaluationRun.Totals;
import io.frontdesk.starter.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The evaluation runs of the tenant at hand. */
@Repository
@Transactional
class EvaluationRuns {

    static final int MOST_AT_ONCE = 2;
    private static final int KEPT_PER_SET = 100;

    private static final String SELECT =
            """
            select r.*, t.* from evaluation_run r, lateral (
                select count(*) filter (where verdict = 'right') as n_right,
                    count(*) filter (where verdict = 'wrong') as n_wrong,
                    count(*) filter (where verdict = 'refused-right') as refused_right,
                    count(*) filter (where verdict = 'refused-wrong') as refused_wrong,
                    count(*) filter (where answered and cited_expected is not null) as expected,
                    count(*) filter (where answered and cited_expected) as cited_expected,
                    coalesce(percentile_disc(0.5) within group (order by millis), 0) as p50,
                    coalesce(percentile_disc(0.95) within group (order by millis), 0) as p95,
                    coalesce(avg(confidence) filter (where answered), 0) as confidence
                from (select *, verdict in ('right', 'wrong') as answered
                      from evaluation_result where run_id = r.id) e) t
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    EvaluationRuns(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Adds a run of a set; only so many of a tenant are under way at once. */
    void add(
            UUID id,
            UUID tenant,
            UUID setId,
            int questions,
            List<UUID> baseIds,
            @Nullable String label,
            Object configuration) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 8009))")
                .param("key", tenant.toString())
                .query(_ -> {});
        int running =
                jdbc.sql("select count(*) from evaluation_run where status = 'running'")
                        .query((row, _) -> row.getInt(1))
                        .single();
        if (running >= MOST_AT_ONCE) {
            throw new TooManyRuns(MOST_AT_ONCE);
        }
        jdbc.sql(
                        """
                        delete from evaluation_run where id in (select id from evaluation_run
                            where set_id = :set and status <> 'running'
                            order by id desc offset :kept)
                        """)
                .param("set", setId)
                .param("kept", KEPT_PER_SET - 1)
                .update();
        jdbc.sql(
                        """
                        insert into evaluation_run (id, set_id, label, base_ids, status, questions,
                            configuration, started_at)
                        values (:id, :set, :label, :bases, 'running', :questions,
                            :configuration::jsonb, :now)
                        """)
                .param("id", id)
                .param("set", setId)
                .param("label", label)
                .param("bases", baseIds.toArray(UUID[]::new))
                .param("questions", questions)
                .param("configuration", json.writeValueAsString(configuration))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Optional<EvaluationRun> find(UUID id) {
        return jdbc.sql(SELECT + " where r.id = :id").param("id", id).query(this::run).optional();
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<EvaluationRun> list(@Nullable UUID setId, int limit, @Nullable UUID before) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where (:set::uuid is null or r.set_id = :set::uuid)
                                    and (:before::uuid is null or r.id < :before::uuid)
                                order by r.id desc limit :limit
                                """)
                .param("set", setId)
                .param("before", before)
                .param("limit", limit)
                .query(this::run)
                .list();
    }

    /** Notes that a question could not be put, and answers how often in a row that was so. */
    int failedOnce(UUID id) {
        return jdbc.sql(
                        "update evaluation_run set failures = failures + 1 where id = :id"
                                + " returning failures")
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .optional()
                .orElse(Integer.MAX_VALUE);
    }

    void ended(UUID id, @Nullable String problem) {
        jdbc.sql(
                        "update evaluation_run set status = :status, problem = :problem,"
                                + " finished_at = :now where id = :id and status = 'running'")
                .param("id", id)
                .param("status", problem == null ? "done" : "failed")
                .param("problem", problem)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private EvaluationRun run(ResultSet row, int number) throws SQLException {
        var totals =
                new Totals(
                        row.getInt("n_right"),
                        row.getInt("n_wrong"),
                        row.getInt("refused_right"),
                        row.getInt("refused_wrong"),
                        row.getInt("expected"),
                        row.getInt("cited_expected"),
                        row.getLong("p50"),
                        row.getLong("p95"),
                        Math.round(row.getDouble("confidence") * 1000) / 1000.0);
        int questions = row.getInt("questions");
        return new EvaluationRun(
                row.getObject("id", UUID.class),
                row.getObject("set_id", UUID.class),
                row.getString("label"),
                List.of((UUID[]) row.getArray("base_ids").getArray()),
                row.getString("status"),
                questions == 0 ? 1 : (double) totals.asked() / questions,
                questions,
                totals,
                json.readTree(row.getString("configuration")),
                row.getString("problem"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class));
    }

    /** As many runs of the tenant are under way as may be. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "too-many-evaluation-runs",
            title = "Too many evaluation runs at once")
    static class TooManyRuns extends RuntimeException {
        TooManyRuns(int most) {
            super("%d runs are under way; wait until one is done.".formatted(most));
        }
    }
}
