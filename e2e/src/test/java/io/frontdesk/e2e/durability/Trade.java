package io.frontdesk.e2e.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.calendar.Practice;
import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.e2e.payments.Ledger;
import io.frontdesk.e2e.payments.Till;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Someone who charges and books while the fleet is being killed, and asks again under the same key
 * whenever no answer came, as a careful client does.
 */
final class Trade implements AutoCloseable {
    private static final long PAUSE_NANOS = 250_000_000L;
    private static final int REPEATS = 3;

    private final Till till;
    private final Practice practice;
    private final List<String> slots = new ArrayList<>();
    private final Thread thread;

    /** Payment ids by the key under which they were asked for. */
    final Map<String, String> payments = new ConcurrentHashMap<>();

    /** Booking ids by their start. */
    final Map<String, String> bookings = new ConcurrentHashMap<>();

    private volatile boolean running = true;

    Trade(Tenants tenants) {
        var owner = tenants.create("Durable trade").owner();
        till = new Till(owner);
        practice = Practice.open(owner);
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        slots.addAll(practice.slots(first, first.plusDays(45)));
        thread = Thread.ofPlatform().name("trade").start(this::run);
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (int number = 0; running; number++) {
            var key = UUID.randomUUID().toString();
            attempt(() -> till.charge("10.00", "pm_card_visa", "automatic", key))
                    .ifPresent(answer -> payments.put(key, answer.id()));
            if (number < slots.size()) {
                var start = slots.get(number);
                attempt(() -> practice.book(start, key))
                        .ifPresent(answer -> bookings.put(start, answer.id()));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private Optional<Caller.Answer> attempt(Supplier<Caller.Answer> call) {
        for (int attempt = 0; attempt < REPEATS && running; attempt++) {
            try {
                var answer = call.get();
                if (answer.ok()) {
                    return Optional.of(answer);
                }
            } catch (UncheckedIOException | AssertionError | ConditionTimeoutException e) {
                // Not answered, so nothing was promised, and it is asked again.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Optional.empty();
    }

    void requireEverything() {
        assertThat(payments).hasSizeGreaterThan(15);
        assertThat(bookings).hasSizeGreaterThan(15);
        payments.values().forEach(id -> till.awaitStatus(id, "captured"));
        SoftAssertions.assertSoftly(softly -> {
            payments.forEach((key, id) ->
                    softly.assertThat(
                                    till.caller()
                                            .get("/api/payments?reference=order-" + key)
                                            .body()
                                            .path("items"))
                            .as("payments for " + key)
                            .hasSize(1));
            bookings.forEach((start, id) ->
                    softly.assertThat(practice.booking(id).path("status").asString())
                            .as("booking at " + start)
                            .isEqualTo("confirmed"));
            softly.assertThat(new Ledger(till.caller()).unbalanced()).isEmpty();
        });
    }
}
