package io.frontdesk.ragknowledge.crawling;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far the crawls of websites have come. */
@Repository
@Transactional
class Sites {

    private static final String JOB =
            " where task_name = :task and task_instance = :instance and version = :version";

    private final JdbcClient jdbc;
    private final Clock clock;

    Sites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Site> find(UUID id) {
        return jdbc.sql("select * from website where id = :id")
                .param("id", id)
                .query(Sites::site)
                .optional();
    }

    /** A job that waits for a later time is due now; one that was just taken is left alone. */
    void hurry(TaskInstanceId job) {
        jdbc.sql(
                        "update scheduled_tasks set execution_time = :now, version = version + 1"
                                + " where task_name = :task and task_instance = :instance"
                                + " and not picked and execution_time > :now")
                .param("task", job.getTaskName())
                .param("instance", job.getId())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Ends a step: the job is to run again at {@code next}, at once if a crawl was asked for
     * meanwhile, or goes. On one connection: others may be held by those who wait for this row.
     *
     * @param version of the job's row, as it was taken from the queue
     */
    void endStep(UUID id, @Nullable Instant next, TaskInstanceId job, long version) {
        boolean asked =
                jdbc.sql("select status from website where id = :id for update")
                        .param("id", id)
                        .query((row, _) -> row.getString(1))
                        .optional()
                        .filter("queued"::equals)
                        .isPresent();
        var now = clock.instant();
        var at = asked || (next != null && next.isBefore(now)) ? now : next;
        var change =
                at == null
                        ? jdbc.sql("delete from scheduled_tasks" + JOB)
                        : jdbc.sql(
                                        "update scheduled_tasks set picked = false,"
                                                + " picked_by = null, last_heartbeat = null,"
                                                + " consecutive_failures = 0, last_success = :now,"
                                                + " execution_time = :at, version = version + 1"
                                                + JOB)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("at", at.atOffset(ZoneOffset.UTC));
        change.param("task", job.getTaskName())
                .param("instance", job.getId())
                .param("version", version)
                .update();
    }

    /** Begins a crawl: what is known is visited again, the rules and site maps are read anew. */
    void start(UUID id) {
        jdbc.sql("delete from website_page where website_id = :id and kind = 'sitemap'")
                .param("id", id)
                .update();
        jdbc.sql(
                        "update website_page set state = 'waiting', tries = 0, reason = null"
                                + " where website_id = :id")
                .param("id", id)
                .update();
        jdbc.sql(
                        """
                        update website set status = 'crawling', crawl = crawl + 1, robots = null,
                            robots_tries = 0, beyond = 0, next_crawl_at = null,
                            problem_type = null, problem_title = null, problem_detail = null
                        where id = :id
                        """)
                .param("id", id)
                .update();
    }

    void robots(UUID id, byte[] rules) {
        jdbc.sql("update website set robots = :rules where id = :id")
                .param("rules", rules)
                .param("id", id)
                .update();
    }

    void robotsTried(UUID id) {
        jdbc.sql("update website set robots_tries = robots_tries + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void beyond(UUID id, int more) {
        jdbc.sql("update website set beyond = beyond + :more where id = :id")
                .param("more", more)
                .param("id", id)
                .update();
    }

    /** Ends a crawl, unless another was asked for meanwhile: that one is left to begin. */
    void end(UUID id, @Nullable Instant next) {
        jdbc.sql(
                        """
                        update website set last_crawled_at = :now, next_crawl_at = :next,
                            status = case when again then 'queued'
                                when status = 'crawling' then 'ready' else status end,
                            again = false
                        where id = :id
                        """)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .update();
    }

    void fail(UUID id, @Nullable Instant next, String type, String title, String detail) {
        end(id, next);
        jdbc.sql(
                        """
                        update website set status = 'failed', problem_type = :type,
                            problem_title = :title, problem_detail = :detail
                        where id = :id and status = 'ready'
                        """)
                .param("id", id)
                .param("type", "urn:frontdesk:problem:" + type)
                .param("title", title)
                .param("detail", detail)
                .update();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        var next = row.getObject("next_crawl_at", OffsetDateTime.class);
        return new Site(
                row.getObject("id", UUID.class),
                row.getObject("base_id", UUID.class),
                row.getString("url"),
                row.getInt("max_pages"),
                row.getInt("max_depth"),
                List.of((String[]) row.getArray("include").getArray()),
                List.of((String[]) row.getArray("exclude").getArray()),
                row.getString("refresh"),
                row.getString("status"),
                row.getInt("crawl"),
                row.getBytes("robots"),
                row.getInt("robots_tries"),
                next == null ? null : next.toInstant());
    }
}
