package io.frontdesk.starter.events;

import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes events from the outbox to the broker. An event is marked in the transaction that held it
 * while the broker acknowledged it; dying between the two sends it again, and the broker drops it
 * by its id. Replicas share the work: each skips what another one holds.
 */
class Relay implements SmartLifecycle {
    private final Outbox outbox;
    private final Broker broker;
    private final EventMetrics metrics;
    private final Housekeeping housekeeping;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;
    private final EventsProperties properties;
    private final Outage outage;
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable CountDownLatch stopped;
    private @Nullable Thread thread;

    Relay(
            Outbox outbox,
            Broker broker,
            EventMetrics metrics,
            Housekeeping housekeeping,
            Tenancy tenancy,
            TransactionTemplate transactions,
            EventsProperties properties) {
        this.outbox = outbox;
        this.broker = broker;
        this.metrics = metrics;
        this.housekeeping = housekeeping;
        this.tenancy = tenancy;
        this.transactions = transactions;
        this.properties = properties;
        this.outage = new Outage("Events wait in the outbox", properties.longestPause());
    }

    /** Hands one batch to the broker and tells how many events it was. */
    int relayBatch() {
        return asSystem(() -> {
            var events = outbox.next(properties.batchSize());
            if (!events.isEmpty()) {
                broker.send(events);
                outbox.published(events);
                events.forEach(metrics::published);
            }
            return events.size();
        });
    }

    @Override
    public synchronized void start() {
        if (!properties.connect() || isRunning()) {
            return;
        }
        var latch = new CountDownLatch(1);
        stopped = latch;
        outbox.onCommit(nudges::release);
        thread = Thread.ofVirtual().name("events-relay").start(() -> run(latch));
    }

    @Override
    public synchronized void stop() {
        var latch = stopped;
        if (latch == null) {
            return;
        }
        latch.countDown();
        nudges.release();
        stopped = null;
        try {
            var running = Objects.requireNonNull(thread);
            if (!running.join(Duration.ofSeconds(5))) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }

    /** Stops after the web server, whose last requests publish too. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    private void run(CountDownLatch stop) {
        try {
            while (stop.getCount() > 0) {
                pause(attempt(stop), stop);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how long to wait: until the next poll, or until the next try in an outage. */
    private @Nullable Duration attempt(CountDownLatch stop) {
        try {
            var more = true;
            while (more && stop.getCount() > 0) {
                more = asSystem(housekeeping::step);
            }
            var full = true;
            while (full && stop.getCount() > 0) {
                full = relayBatch() == properties.batchSize();
            }
            outage.over();
            return null;
        } catch (RuntimeException e) {
            return outage.failed(e);
        }
    }

    private void pause(@Nullable Duration outagePause, CountDownLatch stop)
            throws InterruptedException {
        if (outagePause == null) {
            nudges.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            // Commits go on in an outage; they must not make us knock any sooner.
            stop.await(outagePause.toMillis(), TimeUnit.MILLISECONDS);
        }
        nudges.drainPermits();
    }

    private <T> T asSystem(Supplier<T> work) {
        return tenancy.asSystem(
                () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }
}
