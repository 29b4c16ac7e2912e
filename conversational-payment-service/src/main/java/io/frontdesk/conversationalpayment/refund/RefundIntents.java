package io.frontdesk.conversationalpayment.refund;

import io.frontdesk.starter.money.MoneyColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    record Begun(UUID id, UUID payment, Money amount, String reason, String status) {
        boolean failed() {
            return status.equals("failed");
        }
    }

    Optional<Begun> find(String key) {
        return jdbc.sql("select * from refund_intent where call_key = :key")
                .param("key", key)
                .query((row, _) -> begun(row))
                .optional();
    }

    Optional<Begun> get(UUID id) {
        return jdbc.sql("select * from refund_intent where id = :id")
                .param("id", id)
                .query((row, _) -> begun(row))
                .optional();
    }

    private static Begun begun(ResultSet row) throws SQLException {
        return new Begun(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                MoneyColumns.read(row, "amount", "currency"),
                row.getString("reason"),
                row.getString("status"));
    }

    void add(UUID id, UUID payment, String key, Money amount, String reason) {
        jdbc.sql(
                        """
                        insert into refund_intent
                            (id, payment_id, call_key, amount, currency, status, reason,
                                created_at)
                        values (:id, :payment, :key, :amount, :currency, 'begun', :reason,
                            :now)
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("payment", payment)
                .param("key", key)
                .param("amount", amount.getAmount())
                .param("currency", amount.getCurrencyUnit().getCode())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Writes the end down, unless it is known: false then. */
    boolean end(UUID id, String status) {
        return jdbc.sql(
                                """
                                update refund_intent set status = :status
                                where id = :id and status = 'begun'
                                """)
                        .param("id", id)
                        .param("status", status)
                        .update()
                == 1;
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
