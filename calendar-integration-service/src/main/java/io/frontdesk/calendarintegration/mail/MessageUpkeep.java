package io.frontdesk.calendarintegration.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.annotation.Validated;

/**
 * Forgets mails that are old, and sends those that were held once there is a mail server. What is
 * about a booking that has begun, or an offer, says nothing any more and stays held.
 */
@Configuration(proxyBeanMethods = false)
class MessageUpkeep {
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /**
     * How long mails stay in the outbox.
     *
     * @param retention after sending, at least a day; they name people and tell what was booked
     */
    @Validated
    @ConfigurationProperties("frontdesk.calendar.messages")
    record Kept(@DurationMin(days = 1) @DefaultValue("90d") Duration retention) {}

    private final JdbcClient jdbc;
    private final Messages messages;
    private final MailServer server;
    private final Kept kept;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MessageUpkeep(
            JdbcClient jdbc,
            Messages messages,
            MailServer server,
            Kept kept,
            Tenancy tenancy,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.server = server;
        this.kept = kept;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Bean
    Task<?> tendMessages() {
        return Tasks.recurring("tend-messages", FixedDelay.of(PAUSE)).execute((_, _) -> tend());
    }

    void tend() {
        var now = clock.instant();
        for (var tenant : tenancy.asSystem(() -> tenants(now))) {
            tenancy.as(
                    tenant,
                    () ->
                            transaction.executeWithoutResult(_ -> {
                                forget(now);
                                if (server.configured()) {
                                    stillTrue(now).forEach(messages::requeue);
                                }
                            }));
        }
    }

    private List<UUID> tenants(Instant now) {
        return transaction.execute(_ ->
                jdbc.sql(
                                """
                                select distinct tenant_id from message
                                where state = 'held' or (state <> 'queued' and created_at < :old)
                                """)
                        .param("old", now.minus(kept.retention()).atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    /** Counted from sending; what was never sent, from writing. */
    private void forget(Instant now) {
        jdbc.sql(
                        """
                        delete from message
                        where state <> 'queued' and created_at < :old
                          and coalesce(sent_at, created_at) < :old
                        """)
                .param("old", now.minus(kept.retention()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<UUID> stillTrue(Instant now) {
        return jdbc.sql(
                        """
                        select message.id from message join booking on booking.id = booking_id
                        where message.state = 'held' and booking.starts_at > :now
                        order by message.id limit 1000
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
