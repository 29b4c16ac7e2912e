package io.frontdesk.conversationalpayment.refund;

import io.frontdesk.starter.money.MoneyColumns;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Refunds that were asked for; each counts until it is known to have failed. */
@Repository
@Transactional
class RefundIntents {
    private final JdbcClient jdbc;
    private final Clock clock;

    RefundIntents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A refund that was begun under this key before. */
    record Begun(UUID id, UUID payment, Money amount) {}

    Optional<Begun> find(String key) {
        return jdbc.sql("select * from refund_intent where call_key = :key")
                .param("key", key)
                .query((row, _) ->
                        new Begun(
                                row.getObject("id", UUID.class),
                                row.getObject("payment_id", UUID.class),
                                MoneyColumns.read(row, "amount", "currency")))
                .optional();
    }

    void add(UUID id, UUID payment, String key, Money amount) {
        jdbc.sql(
                        """
                        insert into refund_intent
                            (id, payment_id, call_key, amount, currency, status, created_at)
                        values (:id, :payment, :key, :amount, :currency, 'begun', :now)
                        """)
                .param("id", id)
                .param("payment", payment)
                .param("key", key)
                .param("amount", amount.getAmount())
                .param("currency", amount.getCurrencyUnit().getCode())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void end(UUID id, boolean done) {
        jdbc.sql("update refund_intent set status = :status where id = :id")
                .param("id", id)
                .param("status", done ? "done" : "failed")
                .update();
    }

    /** All that was given back or may have been. */
    BigDecimal sum(UUID payment) {
        return jdbc.sql(
                        """
                        select coalesce(sum(amount), 0) from refund_intent
                        where payment_id = :payment and status <> 'failed'
                        """)
                .param("payment", payment)
                .query(BigDecimal.class)
                .single();
    }
}
