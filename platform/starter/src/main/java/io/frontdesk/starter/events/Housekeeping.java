package io.frontdesk.starter.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what waits, and deletes what was published or handled long ago. */
class Housekeeping {
    static final int BATCH = 1000;
    private static final Duration COUNTING = Duration.ofSeconds(15);
    private static final Duration SWEEPING = Duration.ofHours(1);
    private static final String OUTBOX =
            """
            delete from outbox where id in (
                select id from outbox where published_at < :before
                order by published_at limit :batch for update skip locked)
            """;
    private static final String INBOX =
            """
            delete from inbox where (event_id, handler) in (
                select event_id, handler from inbox where handled_at < :before
                order by handled_at limit :batch for update skip locked)
            """;

    private final JdbcClient jdbc;
    private final EventMetrics metrics;
    private final Clock clock;
    private final EventsProperties properties;
    private Instant nextCount = Instant.MIN;
    private Instant nextSweep = Instant.MIN;

    Housekeeping(JdbcClient jdbc, EventMetrics metrics, Clock clock, EventsProperties properties) {
        this.jdbc = jdbc;
        this.metrics = metrics;
        this.clock = clock;
        this.properties = properties;
    }

    /** Does what is due as system, in the transaction at hand; tells whether more is due now. */
    boolean step() {
        var now = clock.instant();
        if (!now.isBefore(nextCount)) {
            nextCount = now.plus(COUNTING);
            metrics.countBacklog();
        }
        if (now.isBefore(nextSweep)) {
            return false;
        }
        var more = delete(OUTBOX, properties.outboxRetention());
        more |= delete(INBOX, properties.inboxRetention());
        if (!more) {
            nextSweep = now.plus(SWEEPING);
        }
        return more;
    }

    private boolean delete(String sql, Duration retention) {
        return jdbc.sql(sql)
                        .param("before", OffsetDateTime.now(clock).minus(retention))
                        .param("batch", BATCH)
                        .update()
                == BATCH;
    }
}
