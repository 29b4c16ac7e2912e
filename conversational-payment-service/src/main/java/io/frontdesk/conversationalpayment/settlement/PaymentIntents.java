package io.frontdesk.conversationalpayment.settlement;

import io.frontdesk.conversationalpayment.charging.LinkAnswer;
import io.frontdesk.conversationalpayment.charging.PaymentAnswer;
import io.frontdesk.conversationalpayment.quote.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The intents of the tenant at hand: written before payment-service hears of them. */
@Repository
@Transactional
public class PaymentIntents {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PaymentIntents(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void add(UUID quote, @Nullable String paymentMethod, String callKey, String by) {
        jdbc.sql(
                        """
                        insert into payment_intent
                            (quote_id, payment_method, call_key, confirmed_by, created_at)
                        values (:quote, :method, :key, :by, :now)
                        """)
                .param("quote", quote)
                .param("method", paymentMethod)
                .param("key", callKey)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    public Optional<PaymentIntent> find(UUID quote) {
        return jdbc.sql("select * from payment_intent where quote_id = :quote")
                .param("quote", quote)
                .query((row, _) -> intent(row))
                .optional();
    }

    /** Begins another try after a failed payment. */
    public void retry(Quote quote, @Nullable String paymentMethod, String callKey, String by) {
        jdbc.sql(
                        """
                        update payment_intent set payment_method = :method, call_key = :key,
                            confirmed_by = :by, attempts = 0, payment = null, try = try + 1,
                            failed_payments = array_remove(
                                failed_payments || :failed::uuid, null)
                        where quote_id = :quote
                        """)
                .param("quote", quote.id())
                .param("failed", quote.paymentId(), java.sql.Types.OTHER)
                .param("method", paymentMethod)
                .param("key", callKey)
                .param("by", by)
                .update();
    }

    void attempted(UUID quote) {
        jdbc.sql("update payment_intent set attempts = attempts + 1 where quote_id = :quote")
                .param("quote", quote)
                .update();
    }

    void answered(UUID quote, PaymentAnswer payment) {
        jdbc.sql("update payment_intent set payment = :payment::jsonb where quote_id = :quote")
                .param("payment", json.writeValueAsString(payment))
                .param("quote", quote)
                .update();
    }

    void linked(UUID quote, LinkAnswer link) {
        jdbc.sql(
                        """
                        update payment_intent set link_id = :link, link_url = :url
                        where quote_id = :quote
                        """)
                .param("link", link.id())
                .param("url", link.url())
                .param("quote", quote)
                .update();
    }

    private PaymentIntent intent(ResultSet row) throws SQLException {
        var payment = row.getString("payment");
        return new PaymentIntent(
                row.getObject("quote_id", UUID.class),
                row.getString("payment_method"),
                row.getString("call_key"),
                row.getString("confirmed_by"),
                row.getInt("attempts"),
                payment == null ? null : json.readValue(payment, PaymentAnswer.class),
                row.getObject("link_id", UUID.class),
                row.getString("link_url"),
                row.getInt("try"),
                Set.of((UUID[]) row.getArray("failed_payments").getArray()));
    }
}
