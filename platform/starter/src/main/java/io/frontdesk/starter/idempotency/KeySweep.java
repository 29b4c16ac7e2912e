package io.frontdesk.starter.idempotency;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes answers that are no longer repeated, a bounded batch per transaction. */
class KeySweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(KeySweep.class);

    private final KeyedCall.Needs needs;
    private final TransactionTemplate transactions;
    private @Nullable SimpleAsyncTaskScheduler scheduler;

    KeySweep(KeyedCall.Needs needs) {
        this.needs = needs;
        this.transactions = new TransactionTemplate(needs.transactions());
    }

    void sweep() {
        var before = needs.clock().instant().minus(needs.properties().retention());
        var deleted = IdempotencyKeys.BATCH;
        while (deleted == IdempotencyKeys.BATCH) {
            deleted =
                    needs.tenancy()
                            .asSystem(() ->
                                    Objects.requireNonNull(
                                            transactions.execute(
                                                    status -> needs.keys().sweep(before))));
        }
    }

    @Override
    public synchronized void start() {
        var timer = new SimpleAsyncTaskScheduler();
        timer.setVirtualThreads(true);
        timer.setThreadNamePrefix("idempotency-sweep-");
        timer.setErrorHandler(e -> log.warn("Sweeping idempotency keys failed: {}", e.toString()));
        var interval = needs.properties().sweepInterval();
        var _ =
                timer.scheduleWithFixedDelay(
                        this::sweep, timer.getClock().instant().plus(interval), interval);
        scheduler = timer;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.close();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
