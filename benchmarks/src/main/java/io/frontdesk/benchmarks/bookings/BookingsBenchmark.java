package io.frontdesk.benchmarks.bookings;

import io.frontdesk.benchmarks.report.Table;
import io.frontdesk.benchmarks.service.Clients;
import io.frontdesk.benchmarks.service.Clients.Seen;
import io.frontdesk.benchmarks.service.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Callers race for overlapping random spans, on a calendar-integration-service alone with its own
 * PostgreSQL; then for one slot; then past the application, on the constraint alone.
 */
@Command(name = "bookings", description = "Bookings a second, and overlaps, of which none may be.")
public final class BookingsBenchmark implements Callable<Integer> {
    private static final int SAME_SLOT = 50;

    @Option(names = "--seconds", defaultValue = "15", description = "A run's length (default 15).")
    private int seconds;

    @Option(names = "--clients", defaultValue = "100", description = "At once (default 100).")
    private int clients;

    @Option(names = "--resources", defaultValue = "20", description = "Rooms (default 20).")
    private int resources;

    private final AtomicLong booked = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        try (var service =
                        new ServiceProcess(
                                "calendar-integration-service",
                                List.of("--frontdesk.identity.mode=local"),
                                Map.of());
                var clinic = new Clinic(service.address(), resources);
                var load = new Clients()) {
            var run = Duration.ofSeconds(seconds);
            var table = new Table("run", "asked/s", "booked/s", "refused/s", "p50 ms", "p99 ms");
            load.closed(clients, Duration.ofSeconds(5), clinic::anyBooking, this::count);
            reset();
            row(
                    table,
                    clients + " at once, any span",
                    load.closed(clients, run, clinic::anyBooking, this::count));
            var slots = load.closed(1, run, _ -> clinic.availability(), BookingsBenchmark::free);
            table.row(
                    "30 days' availability of " + resources,
                    slots.perSecond(),
                    "",
                    "",
                    slots.millis(slots.whole(), 50),
                    slots.millis(slots.whole(), 99));
            var winners = winners(load, clinic);
            var constraint = new ConstraintAlone(service.state());
            constraint.race(clients, run, clinic.resource());
            table.row(
                    "the constraint alone, by SQL",
                    (constraint.stored.get() + constraint.refused.get()) / (double) seconds,
                    constraint.stored.get() / (double) seconds,
                    constraint.refused.get() / (double) seconds,
                    "",
                    "");
            table.print(System.out);
            System.out.println(SAME_SLOT + " callers for one slot: " + winners + " booked it");
            System.out.println("overlaps: " + constraint.overlaps());
            return winners == 1 && constraint.overlaps() == 0 ? 0 : 1;
        }
    }

    private long winners(Clients load, Clinic clinic) {
        reset();
        load.once(SAME_SLOT, clinic::sameBooking, this::count);
        return booked.get();
    }

    private void row(Table table, String name, Seen seen) {
        table.row(
                name,
                seen.perSecond(),
                booked.get() / seen.seconds(),
                taken.get() / seen.seconds(),
                seen.millis(seen.whole(), 50),
                seen.millis(seen.whole(), 99));
    }

    private void reset() {
        booked.set(0);
        taken.set(0);
    }

    private long count(HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 201 -> booked.incrementAndGet();
            // 422: the session would end after closing time.
            case 409, 422 -> taken.incrementAndGet();
            default -> throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return 0;
    }

    private static long free(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return 0;
    }
}
