package io.frontdesk.payment.wallet;

import io.frontdesk.payment.desk.LinkDesk.HostedPage;
import io.frontdesk.payment.desk.LinkDesk.LinkOrder;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Pages of the sandbox where a payer chooses how to pay, each paid once. */
@Component
@Transactional
public class SandboxLinks {
    private final JdbcClient jdbc;
    private final SandboxProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    SandboxLinks(JdbcClient jdbc, SandboxProperties properties, IdGenerator ids, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A page.
     *
     * @param open whether it can still be paid
     */
    public record SandboxLink(
            UUID id,
            UUID tenant,
            UUID paymentId,
            Money amount,
            String description,
            boolean manualCapture,
            @Nullable String returnUrl,
            boolean open) {}

    public HostedPage open(LinkOrder order) {
        jdbc.sql(
                        """
                        insert into sandbox_link (id, token, key, payment_id, amount, currency,
                            description, manual_capture, expires_at, return_url)
                        values (:id, :token, :key, :payment, :amount, :currency, :description,
                            :manual, :expires, :returnUrl)
                        on conflict (tenant_id, key) do nothing
                        """)
                .param("id", ids.generateId())
                .param("token", Tokens.random())
                .param("key", order.key())
                .param("payment", order.paymentId())
                .param("amount", order.amount().getAmount())
                .param("currency", order.amount().getCurrencyUnit().getCode())
                .param("description", order.description())
                .param("manual", order.manualCapture())
                .param(
                        "expires",
                        order.expiresAt() == null ? null : Timestamp.from(order.expiresAt()))
                .param("returnUrl", order.returnUrl())
                .update();
        return jdbc.sql("select id, token, expires_at from sandbox_link where key = ?")
                .param(order.key())
                .query((row, number) ->
                        new HostedPage(
                                row.getString("id"),
                                properties.page("pay/" + row.getString("token")),
                                instant(row)))
                .single();
    }

    public void close(String reference) {
        jdbc.sql("update sandbox_link set closed = true where id = ?")
                .param(UUID.fromString(reference))
                .update();
    }

    /** By the token in its address, whoever's it is; for system work. */
    public Optional<SandboxLink> withToken(String token) {
        return jdbc.sql("select * from sandbox_link where token = ?")
                .param(token)
                .query(this::read)
                .optional();
    }

    /** Holds the page until the end of the transaction. */
    public SandboxLink lock(UUID id) {
        return jdbc.sql("select * from sandbox_link where id = ? for update")
                .param(id)
                .query(this::read)
                .single();
    }

    public void paid(UUID id, String chargeKey) {
        jdbc.sql(
                        """
                        update sandbox_link set charge_id =
                            (select id from sandbox_charge where key = ?) where id = ?
                        """)
                .params(chargeKey, id)
                .update();
    }

    private SandboxLink read(ResultSet row, int number) throws SQLException {
        var expires = instant(row);
        return new SandboxLink(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getObject("payment_id", UUID.class),
                MoneyColumns.read(row, "amount", "currency"),
                row.getString("description"),
                row.getBoolean("manual_capture"),
                row.getString("return_url"),
                !row.getBoolean("closed")
                        && row.getObject("charge_id") == null
                        && (expires == null || clock.instant().isBefore(expires)));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        return expires == null ? null : expires.toInstant();
    }
}
