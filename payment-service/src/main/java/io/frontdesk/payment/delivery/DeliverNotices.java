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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the sandbox's messages at least once each, signed with the newest secret. */
@Configuration(proxyBeanMethods = false)
class DeliverNotices {
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
                .execute((instance, context) ->
                        tenants().forEach(tenant -> tenancy.as(tenant, this::deliver)));
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

    private void deliver() {
        transaction.executeWithoutResult(status -> {
            var wanted = faults.get();
            var due = due(wanted.reorderWebhooks() ? "desc" : "asc");
            if (due.isEmpty()) {
                return;
            }
            var account = accounts.active(Accounts.SANDBOX);
            for (var message : due) {
                send(account, message);
                if (wanted.duplicateWebhooks()) {
                    send(account, message);
                }
                jdbc.sql("delete from sandbox_webhook where id = ?").param(message.id()).update();
            }
        });
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
