package io.frontdesk.payment.webhook;

import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.fact.FactJson;
import io.frontdesk.payment.notice.Notice;
import io.frontdesk.payment.notice.Webhook;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's messages, each once. */
@Repository
class Webhooks {
    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final Clock clock;
    private final JsonMapper json;
    private final FactJson facts;

    Webhooks(JdbcClient jdbc, IdGenerator ids, Clock clock, JsonMapper json, FactJson facts) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.facts = facts;
    }

    /** Keeps a message; one that is there already stays as it is. */
    @Transactional
    void keep(TenantAccount account, Notice notice, Webhook webhook) {
        var now = Timestamp.from(clock.instant());
        var means = !notice.facts().isEmpty();
        jdbc.sql(
                        """
                        insert into webhook (id, account_id, provider, notice_id, type, body,
                            headers, facts, status, reason, payment_id, received_at, due_at)
                        values (:id, :account, :provider, :notice, :type, :body,
                            cast(:headers as jsonb), cast(:facts as jsonb), :status, :reason,
                            :payment, :received, :due)
                        on conflict (provider, account_id, notice_id) do nothing
                        """)
                .param("id", ids.generateId())
                .param("account", account.id())
                .param("provider", account.account().provider())
                .param("notice", notice.id())
                .param("type", notice.type())
                .param("body", webhook.body())
                .param("headers", json.writeValueAsString(webhook.headers()))
                .param("facts", facts.writeAll(notice.facts()))
                .param("status", means ? "received" : "ignored")
                .param("reason", means ? null : "Messages of this type mean nothing here.")
                .param("payment", notice.paymentId())
                .param("received", Timestamp.from(webhook.receivedAt()))
                .param("due", means ? now : null)
                .update();
    }

    /** Tenants for whom something is due; for system work. */
    @Transactional(readOnly = true)
    List<UUID> tenantsWithDue(int limit) {
        return jdbc.sql(
                        """
                        select tenant_id from webhook where due_at <= ?
                        group by tenant_id order by min(due_at) limit ?
                        """)
                .params(Timestamp.from(clock.instant()), limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    @Transactional(readOnly = true)
    List<UUID> due(int limit) {
        return jdbc.sql("select id from webhook where due_at <= ? order by due_at, id limit ?")
                .params(Timestamp.from(clock.instant()), limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Takes a message until the end of the transaction, unless it is settled or taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<StoredWebhook> take(UUID id) {
        return jdbc.sql(
                        """
                        select * from webhook where id = ? and status = 'received'
                        for update skip locked
                        """)
                .param(id)
                .query(StoredWebhook::of)
                .list();
    }

    /** Takes those of these messages that are neither settled nor taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<StoredWebhook> take(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select * from webhook where id in (:ids) and status = 'received'
                                for update skip locked
                                """)
                        .param("ids", ids)
                        .query(StoredWebhook::of)
                        .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void settleProcessed(List<UUID> ids) {
        jdbc.sql(
                        """
                        update webhook set status = 'processed', reason = null,
                            processed_at = :now, due_at = null, attempts = attempts + 1
                        where id in (:ids)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void settle(UUID id, String status, @Nullable String reason, @Nullable UUID payment) {
        jdbc.sql(
                        """
                        update webhook set status = :status, reason = :reason,
                            payment_id = coalesce(:payment, payment_id), processed_at = :now,
                            due_at = null, attempts = attempts + 1
                        where id = :id
                        """)
                .param("status", status)
                .param("reason", reason)
                .param("payment", payment)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    @Transactional
    void retry(UUID id, Instant at, String reason) {
        jdbc.sql(
                        """
                        update webhook set due_at = ?, reason = ?, attempts = attempts + 1
                        where id = ? and status = 'received'
                        """)
                .params(Timestamp.from(at), reason, id)
                .update();
    }

    /** Puts a message back, as if it had just come. */
    @Transactional
    StoredWebhook replay(UUID id) {
        return jdbc.sql(
                        """
                        update webhook set status = 'received', reason = null, due_at = :now,
                            received_at = :now, attempts = 0, processed_at = null
                        where id = :id returning *
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .query(StoredWebhook::of)
                .optional()
                .orElseThrow(() -> new UnknownWebhook(id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<StoredWebhook> list(@Nullable String status, @Nullable UUID cursor, int limit) {
        return jdbc.sql(
                        """
                        select * from webhook
                        where (cast(:status as text) is null or status = :status)
                          and (cast(:cursor as uuid) is null or id < :cursor)
                        order by id desc limit :limit
                        """)
                .param("status", status)
                .param("cursor", cursor)
                .param("limit", limit)
                .query(StoredWebhook::of)
                .list();
    }
}
