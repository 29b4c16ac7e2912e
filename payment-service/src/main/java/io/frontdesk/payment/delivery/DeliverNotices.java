package io.frontdesk.payment.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.fault.FaultStore;
import io.frontdesk.payment.notice.Webhook;
import io.frontdesk.payment.sandbox.SandboxNotices;
import io.frontdesk.payment.webhook.WebhookInbox;
import io.frontdesk.starter.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the sandbox's messages at least once each, signed with the newest secret. */
@Configuration(proxyBeanMethods = false)
class DeliverNotices {
    private static final Logger log = LoggerFactory.getLogger(DeliverNotices.class);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final WebhookInbox inbox;
    private final Accounts accounts;
    private final FaultStore faults;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliverNotices(
            JdbcClient jdbc,
            WebhookInbox inbox,
            Accounts accounts,
            FaultStore faults,
            Tenancy tenancy,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.accounts = accounts;
        this.faults = faults;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Message(UUID id, String body) {}

    @Bean
    Task<Void> deliverSandboxWebhooks() {
        return Tasks.recurring("deliver-sandbox-webhooks", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> tenants().forEach(this::deliver));
    }

    private List<UUID> tenants() {
        return tenancy.asSystem(() ->
                transaction.<List<UUID>>execute(status ->
                        jdbc.sql(
                                        """
                                        select distinct tenant_id from sandbox_webhook
                                        where due_at <= ? limit 50
                                        """)
                                .param(Timestamp.from(clock.instant()))
                                .query((row, number) -> row.getObject(1, UUID.class))
                                .list()));
    }

    private void deliver(UUID tenant) {
        try {
            tenancy.as(tenant, () -> deliver());
        } catch (RuntimeException failure) {
            // One tenant's trouble is no other's.
            log.error("Messages to tenant {} wait", tenant, failure);
        }
    }

    private void deliver() {
        transaction.executeWithoutResult(status -> {
            var wanted = faults.get();
            var due = due(wanted.reorderWebhooks() ? "desc" : "asc");
            if (due.isEmpty()) {
                return;
            }
            var account = account();
            for (var message : due) {
                send(account, message);
                if (wanted.duplicateWebhooks()) {
                    send(account, message);
                }
            }
            jdbc.sql("delete from sandbox_webhook where id in (:ids)")
                    .param("ids", due.stream().map(Message::id).toList())
                    .update();
        });
    }

    /** Also one that takes no new payments any more: the old ones still have something to tell. */
    private TenantAccount account() {
        return accounts.all().stream()
                .filter(each -> each.account().provider().equals(Accounts.SANDBOX))
                .findFirst()
                .orElseGet(() -> accounts.active(Accounts.SANDBOX));
    }

    private List<Message> due(String order) {
        return jdbc.sql(
                        """
                        select id, body from sandbox_webhook where due_at <= ?
                        order by id %s limit %d for update skip locked
                        """
                                .formatted(order, BATCH))
                .param(Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Message(row.getObject("id", UUID.class), row.getString("body")))
                .list();
    }

    private void send(TenantAccount account, Message message) {
        var now = clock.instant();
        var secrets = account.account().webhookSecrets();
        if (!secrets.isEmpty()) {
            var headers = SandboxNotices.sign(message.body(), secrets.getFirst(), now);
            var bytes = message.body().getBytes(StandardCharsets.UTF_8);
            inbox.keep(account, new Webhook(bytes, headers, now));
        }
    }
}
