package io.frontdesk.starter.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What went out, what came in, and what waits. */
class EventMetrics {
    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, null);

    private record Backlog(long pending, @Nullable Instant oldest) {
        static Backlog of(ResultSet row, int number) throws SQLException {
            var oldest = row.getObject(2, OffsetDateTime.class);
            return new Backlog(row.getLong(1), oldest == null ? null : oldest.toInstant());
        }
    }

    EventMetrics(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.meters = meters;
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("frontdesk.events.outbox.pending", () -> backlog.pending())
                .description("Events that the broker does not have yet")
                .register(meters);
        TimeGauge.builder(
                        "frontdesk.events.outbox.oldest.age",
                        () -> age().toMillis(),
                        TimeUnit.MILLISECONDS)
                .description("How long the oldest of them has been waiting")
                .register(meters);
    }

    void published(PendingEvent event) {
        count("published", event.type());
    }

    void handled(String type) {
        count("handled", type);
    }

    void duplicate(String type) {
        count("duplicate", type);
    }

    void failed(String type) {
        count("failed", type);
    }

    void malformed() {
        meters.counter("frontdesk.events.malformed").increment();
    }

    /** Counts what waits; runs in a transaction as system. */
    void countBacklog() {
        backlog =
                jdbc.sql("select count(*), min(time) from outbox where published_at is null")
                        .query(Backlog::of)
                        .single();
    }

    private Duration age() {
        var oldest = backlog.oldest();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    private void count(String what, String type) {
        meters.counter("frontdesk.events." + what, "type", type).increment();
    }
}
