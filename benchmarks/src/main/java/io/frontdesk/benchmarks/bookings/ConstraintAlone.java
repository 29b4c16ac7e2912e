package io.frontdesk.benchmarks.bookings;

import io.frontdesk.benchmarks.service.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Spans inserted by the application's role with SQL of its own, past everything that the
 * application checks: what is left is the exclusion constraint.
 */
final class ConstraintAlone {
    private static final String EXCLUDED = "23P01";
    private static final String DEADLOCK = "40P01";
    private static final int PORT_LINE = 3;
    private static final int MINUTES = 60 * 24 * 30;
    private static final String TENANT = "01930000-0000-7000-8000-000000000001";

    private final String url;
    private final String password;

    final AtomicLong stored = new AtomicLong();
    final AtomicLong refused = new AtomicLong();

    /** Of the service whose state is in this folder. */
    ConstraintAlone(Path state) throws IOException {
        var port = Files.readAllLines(state.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        url =
                "jdbc:postgresql://localhost:%s/frontdesk?currentSchema=calendar_integration,public"
                        .formatted(port.strip());
        password = Files.readString(state.resolve("postgres.password")).strip();
    }

    void race(int callers, Duration time, String resource) {
        var end = System.nanoTime() + time.toNanos();
        try (var threads = new Together()) {
            for (int i = 0; i < callers; i++) {
                threads.run(() -> {
                    try (var connection = connect()) {
                        while (System.nanoTime() < end) {
                            insert(connection, resource);
                        }
                    }
                });
            }
        }
    }

    private void insert(Connection connection, String resource) throws SQLException {
        var random = ThreadLocalRandom.current();
        var start = random.nextInt(MINUTES);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into occupied (id, resource_id, kind, span) values ('%s', '%s', 'busy',
                        tstzrange(now() + interval '1 year %d min', now() + interval '1 year %d min'))
                    """
                            .formatted(
                                    UUID.randomUUID(),
                                    resource,
                                    start,
                                    start + 15 + random.nextInt(90)));
            stored.incrementAndGet();
        } catch (SQLException e) {
            // A deadlock between two that exclude each other ends one of them, as a refusal does.
            if (!EXCLUDED.equals(e.getSQLState()) && !DEADLOCK.equals(e.getSQLState())) {
                throw e;
            }
            refused.incrementAndGet();
        }
    }

    /** Pairs of spans that take the same resource at the same time. */
    long overlaps() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select count(*) from occupied a join occupied b
                                on a.resource_id = b.resource_id and a.id < b.id
                                   and a.from_at < b.to_at and b.from_at < a.to_at
                                """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, "calendar_integration_app", password);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + TENANT + "', false)");
        }
        return connection;
    }
}
