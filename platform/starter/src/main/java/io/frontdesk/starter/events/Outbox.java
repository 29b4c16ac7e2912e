package io.frontdesk.starter.events;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.IdGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The table between a business transaction and the broker. */
class Outbox implements Events {
    private static final int LARGEST = 256 * 1024;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final IdGenerator ids;
    private final Clock clock;
    private final Supplier<@Nullable String> traceparent;
    private Runnable committed = () -> {};

    Outbox(
            JdbcClient jdbc,
            JsonMapper json,
            IdGenerator ids,
            Clock clock,
            Supplier<@Nullable String> traceparent) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.traceparent = traceparent;
    }

    /** What to do after each commit that published something. */
    void onCommit(Runnable action) {
        committed = action;
    }

    @Override
    public void publish(String type, String subject, Object data) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Event "
                            + type
                            + " was published outside a transaction: annotate the caller with"
                            + " @Transactional, so that the event and the change it tells of stand"
                            + " or fall together.");
        }
        jdbc.sql(
                        """
                        insert into outbox (id, type, subject, time, traceparent, data)
                        values (:id, :type, :subject, :time, :traceparent, :data::json)
                        """)
                .param("id", ids.generateId())
                .param("type", type)
                .param("subject", subject)
                .param("time", OffsetDateTime.now(clock))
                .param("traceparent", traceparent.get())
                .param("data", json(type, data))
                .update();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        committed.run();
                    }
                });
    }

    /** Locks the oldest waiting events that no other replica holds. */
    List<PendingEvent> next(int most) {
        return jdbc.sql(
                        """
                        select id, tenant_id, type, subject, time, traceparent, data from outbox
                        where published_at is null
                        order by id limit :most for update skip locked
                        """)
                .param("most", most)
                .query(PendingEvent::of)
                .list();
    }

    void published(List<PendingEvent> events) {
        jdbc.sql("update outbox set published_at = :now where id in (:ids)")
                .param("now", OffsetDateTime.now(clock))
                .param("ids", events.stream().map(PendingEvent::id).toList())
                .update();
    }

    private String json(String type, Object data) {
        try {
            var text = json.writeValueAsString(data);
            if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
                throw new IllegalArgumentException(
                        "The data of event " + type + " exceeds 256 kB; refer to it by id.");
            }
            return text;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The data of event " + type + " cannot become JSON.", e);
        }
    }
}
