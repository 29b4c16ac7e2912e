package io.frontdesk.conversationalpayment.link;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The links of the tenant at hand. */
@Repository
@Transactional
public class PaymentLinks {
    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, NewLink link, OffsetDateTime expiresAt) {
        jdbc.sql(
                        """
                        insert into payment_link (id, description, amount, currency, status,
                            expires_at, created_by, created_at)
                        values (:id, :description, :amount, :currency, 'begun', :expiresAt, :by,
                            :now)
                        """)
                .param("id", id)
                .param("description", PlainText.line(link.description()))
                .param("amount", link.amount().getAmount())
                .param("currency", link.amount().getCurrencyUnit().getCode())
                .param("expiresAt", expiresAt)
                .param("by", AuditTrail.subject())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void opened(UUID id, UUID providerLink, String url) {
        jdbc.sql(
                        """
                        update payment_link set status = 'open', provider_link_id = :link,
                            url = :url
                        where id = :id and status = 'begun'
                        """)
                .param("id", id)
                .param("link", providerLink)
                .param("url", url)
                .update();
    }

    void deactivated(UUID id) {
        jdbc.sql(
                        "update payment_link set status = 'deactivated' where id = :id and status <> 'paid'")
                .param("id", id)
                .update();
    }

    /** Notes that a link was paid, and tells which of ours it was. */
    public Optional<PaymentLink> paid(UUID providerLink, UUID payment) {
        jdbc.sql(
                        """
                        update payment_link set status = 'paid', payment_id = :payment
                        where provider_link_id = :link
                        """)
                .param("link", providerLink)
                .param("payment", payment)
                .update();
        return jdbc.sql("select * from payment_link where provider_link_id = :link")
                .param("link", providerLink)
                .query((row, _) -> link(row))
                .optional();
    }

    PaymentLink get(UUID id) {
        return jdbc.sql("select * from payment_link where id = :id")
                .param("id", id)
                .query((row, _) -> link(row))
                .optional()
                .orElseThrow(() -> new LinkNotFound(id));
    }

    /** Newest first; {@code before} is the last id of the page before. */
    List<PaymentLink> list(int limit, @Nullable UUID before) {
        return jdbc.sql(
                        """
                        select * from payment_link
                        where :before::uuid is null or id < :before::uuid
                        order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> link(row))
                .list();
    }

    private PaymentLink link(ResultSet row) throws SQLException {
        var expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        var status = row.getString("status");
        var over = !clock.instant().isBefore(expiresAt.toInstant()) && !status.equals("paid");
        return new PaymentLink(
                row.getObject("id", UUID.class),
                row.getString("description"),
                MoneyColumns.read(row, "amount", "currency"),
                over && !status.equals("deactivated") ? "expired" : status,
                row.getString("url"),
                row.getObject("payment_id", UUID.class),
                expiresAt,
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("provider_link_id", UUID.class));
    }
}
