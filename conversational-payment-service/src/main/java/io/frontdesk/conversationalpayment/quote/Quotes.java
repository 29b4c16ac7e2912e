package io.frontdesk.conversationalpayment.quote;

import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The quotes of the tenant at hand. The database refuses any change but that of the status. */
@Repository
@Transactional
public class Quotes {
    private final JdbcClient jdbc;

    Quotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Promise promise, String hash, OffsetDateTime now) {
        var slot = promise.slot();
        jdbc.sql(
                        """
                        insert into quote (id, conversation_id, agent_id, visitor_id, visitor_name,
                            visitor_email, slot_resource, slot_start, slot_end, slot_hold, total,
                            currency, policy_version, hash, expires_at, payable_until, created_at)
                        values (:id, :conversation, :agent, :visitorId, :visitorName,
                            :visitorEmail, :slotResource, :slotStart, :slotEnd, :slotHold, :total,
                            :currency, :policyVersion, :hash, :expiresAt, :payableUntil, :now)
                        """)
                .param("id", promise.id())
                .param("conversation", promise.conversationId())
                .param("agent", promise.agentId())
                .param("visitorId", promise.visitor().id())
                .param("visitorName", promise.visitor().name())
                .param("visitorEmail", promise.visitor().email())
                .param("slotResource", slot == null ? null : slot.resourceId())
                .param("slotStart", slot == null ? null : slot.start())
                .param("slotEnd", slot == null ? null : slot.end())
                .param("slotHold", slot == null ? null : slot.holdId())
                .param("total", promise.total().getAmount())
                .param("currency", promise.total().getCurrencyUnit().getCode())
                .param("policyVersion", promise.policyVersion())
                .param("hash", hash)
                .param("expiresAt", promise.expiresAt())
                .param("payableUntil", promise.payableUntil())
                .param("now", now)
                .update();
        for (int i = 0; i < promise.lines().size(); i++) {
            add(promise.id(), i, promise.lines().get(i));
        }
    }

    private void add(UUID quote, int position, QuoteLine line) {
        jdbc.sql(
                        """
                        insert into quote_line
                            (quote_id, position, item_id, name, quantity, unit_price, currency)
                        values (:quote, :position, :item, :name, :quantity, :price, :currency)
                        """)
                .param("quote", quote)
                .param("position", position)
                .param("item", line.itemId())
                .param("name", line.name())
                .param("quantity", line.quantity())
                .param("price", line.unitPrice().getAmount())
                .param("currency", line.unitPrice().getCurrencyUnit().getCode())
                .update();
    }

    public Quote get(UUID id) {
        return find(id, "").orElseThrow(() -> new QuoteNotFound(id));
    }

    public Optional<Quote> find(UUID id) {
        return find(id, "");
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    public Quote lock(UUID id) {
        return find(id, " for update").orElseThrow(() -> new QuoteNotFound(id));
    }

    /** Sets how far it has come; a payment and a failure that are known already stay. */
    public void mark(
            UUID id, QuoteStatus status, @Nullable UUID payment, Quote.@Nullable Failure failure) {
        jdbc.sql(
                        """
                        update quote set status = :status,
                            payment_id = coalesce(:payment, payment_id),
                            failure_code = :code, failure_message = :message
                        where id = :id
                        """)
                .param("id", id)
                .param("status", status.word())
                .param("payment", payment, java.sql.Types.OTHER)
                .param("code", failure == null ? null : failure.code())
                .param("message", failure == null ? null : failure.message())
                .update();
    }

    private Optional<Quote> find(UUID id, String lock) {
        var lines =
                jdbc.sql("select * from quote_line where quote_id = :id order by position")
                        .param("id", id)
                        .query((row, _) ->
                                new QuoteLine(
                                        row.getObject("item_id", UUID.class),
                                        row.getString("name"),
                                        row.getInt("quantity"),
                                        MoneyColumns.read(row, "unit_price", "currency")))
                        .list();
        return jdbc.sql("select * from quote where id = :id" + lock)
                .param("id", id)
                .query((row, _) -> quote(row, lines))
                .optional();
    }

    private static Quote quote(ResultSet row, List<QuoteLine> lines) throws SQLException {
        var promise =
                new Promise(
                        row.getObject("id", UUID.class),
                        row.getObject("tenant_id", UUID.class),
                        row.getString("conversation_id"),
                        row.getString("agent_id"),
                        new Visitor(
                                row.getString("visitor_name"),
                                row.getString("visitor_email"),
                                row.getString("visitor_id")),
                        slot(row),
                        lines,
                        MoneyColumns.read(row, "total", "currency"),
                        row.getInt("policy_version"),
                        row.getObject("expires_at", OffsetDateTime.class),
                        row.getObject("payable_until", OffsetDateTime.class));
        var failure = row.getString("failure_code");
        return new Quote(
                promise,
                row.getString("hash"),
                row.getObject("created_at", OffsetDateTime.class),
                QuoteStatus.of(row.getString("status")),
                row.getObject("payment_id", UUID.class),
                failure == null
                        ? null
                        : new Quote.Failure(failure, row.getString("failure_message")));
    }

    private static @Nullable Slot slot(ResultSet row) throws SQLException {
        var resource = row.getObject("slot_resource", UUID.class);
        return resource == null
                ? null
                : new Slot(
                        resource,
                        row.getObject("slot_start", OffsetDateTime.class),
                        row.getObject("slot_end", OffsetDateTime.class),
                        row.getObject("slot_hold", UUID.class));
    }
}
