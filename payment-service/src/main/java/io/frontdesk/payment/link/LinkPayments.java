package io.frontdesk.payment.link;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.Purchase;
import io.frontdesk.starter.money.MoneyColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The payment of a link, which comes into being with the first that its provider tells of it. */
@Component
public class LinkPayments {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Accounts accounts;
    private final JsonMapper json;
    private final Clock clock;

    LinkPayments(
            JdbcClient jdbc, Payments payments, Accounts accounts, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    private record Origin(UUID account, Purchase purchase) {}

    /** The payment with a link's id; empty where there is no such link. */
    @Transactional
    public Optional<Payment> of(UUID id) {
        var origin =
                jdbc.sql("select * from payment_link where id = ?")
                        .param(id)
                        .query(this::origin)
                        .optional();
        origin.ifPresent(from ->
                payments.insert(
                        id,
                        accounts.byId(from.account()),
                        from.purchase(),
                        "link/" + id,
                        "link",
                        clock.instant().plus(PATIENCE)));
        return payments.find(id);
    }

    private Origin origin(ResultSet row, int number) throws SQLException {
        return new Origin(
                row.getObject("account_id", UUID.class),
                new Purchase(
                        MoneyColumns.read(row, "amount", "currency"),
                        row.getBoolean("manual_capture"),
                        "link",
                        row.getString("reference"),
                        row.getString("description"),
                        json.readValue(
                                row.getString("metadata"),
                                new TypeReference<Map<String, String>>() {}),
                        null,
                        null,
                        row.getObject("quote_id", UUID.class),
                        row.getObject("id", UUID.class)));
    }
}
