package io.frontdesk.starter.events;

import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a handler in one transaction with the row that says it has run. */
class InboxRows {
    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Outage outage;
    private volatile CountDownLatch paused = new CountDownLatch(1);

    InboxRows(
            JdbcClient jdbc,
            Tenancy tenancy,
            TransactionTemplate transactions,
            Clock clock,
            Duration longestPause) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.transactions = transactions;
        this.clock = clock;
        this.outage = new Outage("Events wait for the database", longestPause);
    }

    /**
     * Runs the handler as the event's tenant, unless it has run for this event before. While the
     * database is away it waits: the broker would count each failure and give the event up.
     *
     * @return whether it ran
     */
    boolean once(CloudEvent<?> event, EventHandler handler) {
        while (true) {
            try {
                var tenant = event.tenantId();
                var ran =
                        tenant == null
                                ? inTransaction(event, handler)
                                : tenancy.as(tenant, () -> inTransaction(event, handler));
                outage.over();
                return ran;
            } catch (CannotCreateTransactionException e) {
                waitAfter(e);
            }
        }
    }

    void resume() {
        paused = new CountDownLatch(1);
    }

    /** Ends the waiting: what waits goes back to the broker. */
    void pause() {
        paused.countDown();
    }

    private void waitAfter(CannotCreateTransactionException failure) {
        try {
            if (paused.await(outage.failed(failure).toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private Boolean inTransaction(CloudEvent<?> event, EventHandler handler) {
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var first = remember(event, handler);
                    if (first) {
                        handler.handle(event);
                    }
                    return first;
                }));
    }

    private boolean remember(CloudEvent<?> event, EventHandler handler) {
        return jdbc.sql(
                                """
                                insert into inbox (event_id, handler, handled_at)
                                values (:event, :handler, :now) on conflict do nothing
                                """)
                        .param("event", event.id())
                        .param("handler", handler.name())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }
}
