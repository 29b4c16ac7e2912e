package io.frontdesk.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.payment.PaymentApp;
import io.frontdesk.starter.tenancy.Tenancy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database itself keeps the books, whoever writes. */
class LedgerRulesTest extends PaymentApp {
    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Environment environment;

    private String id = "";

    @BeforeEach
    void pay() {
        id = paid("10.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_posting set amount = amount * 2",
                "delete from ledger_posting",
                "truncate ledger_posting",
                "update ledger_transaction set at = now()",
                "delete from ledger_transaction",
                "truncate ledger_transaction cascade",
                "delete from ledger_account",
                "update payment_fact set kind = 'Failed'",
                "delete from payment_fact",
            })
    void refusesToChangeWhatWasBooked(String sql) {
        assertThatThrownBy(() -> asApp(sql)).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asOwner(sql)).hasMessageContaining("append-only");
        assertThat(get("/api/payments/ledger/entries").json().get("items")).hasSize(6);
    }

    @Test
    void refusesATransactionThatDoesNotBalance() {
        var account =
                get("/api/payments/ledger/entries?account=revenue").json().get("items").get(0);
        var transactionId = account.get("transactionId").stringValue();
        assertThatThrownBy(() ->
                        asApp(
                                """
                                insert into ledger_posting
                                    (id, transaction_id, account_id, amount, currency)
                                select gen_random_uuid(), '%s', id, 5, 'EUR' from ledger_account
                                where kind = 'revenue'
                                """
                                        .formatted(transactionId)))
                .hasStackTraceContaining("is off by 5.0000 EUR");
    }

    @Test
    void refusesAPostingInAnAccountThatIsNotThere() {
        var entry = get("/api/payments/ledger/entries").json().get("items").get(0);
        var sql =
                """
                insert into ledger_posting (id, transaction_id, account_id, amount, currency)
                values (gen_random_uuid(), '%1$s', gen_random_uuid(), 5, 'EUR'),
                    (gen_random_uuid(), '%1$s', gen_random_uuid(), -5, 'EUR')
                """
                        .formatted(entry.get("transactionId").stringValue());
        assertThatThrownBy(() -> asApp(sql)).hasStackTraceContaining("mixes currencies");
    }

    @Test
    void refusesATransactionWithoutPostings() {
        assertThatThrownBy(() ->
                        asApp(
                                """
                                insert into ledger_transaction
                                    (id, payment_id, identity, at, booked_at)
                                values (gen_random_uuid(), '%s', 'made-up', now(), now())
                                """
                                        .formatted(id)))
                .hasStackTraceContaining("has no postings");
    }

    @Test
    void tellsBalancesAsOfAnyTime() {
        var before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        paid("20.00");
        var then = get("/api/payments/ledger/balances?at=" + before).body();
        assertThat(then).contains("\"-10.00\"").doesNotContain("\"-30.00\"");
        assertThat(get("/api/payments/ledger/balances").body()).contains("\"-30.00\"");
    }

    @Test
    void pagesThroughEntries() {
        var first = get("/api/payments/ledger/entries?limit=4&paymentId=" + id).json();
        assertThat(first.get("items")).hasSize(4);
        var next = first.get("nextCursor").stringValue();
        var rest = get("/api/payments/ledger/entries?limit=4&paymentId=" + id + "&cursor=" + next);
        assertThat(rest.json().get("items")).hasSize(2);
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();
    }

    private void asApp(String sql) {
        tenancy.as(
                tenant, () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }

    private void asOwner(String sql) throws SQLException {
        var url = environment.getRequiredProperty("frontdesk.database.url");
        var password = environment.getRequiredProperty("frontdesk.database.owner-password");
        try (var connection =
                        DriverManager.getConnection(
                                url + (url.contains("?") ? "&" : "?") + "currentSchema=payment",
                                "payment_owner",
                                password);
                var statement = connection.createStatement()) {
            for (var each : List.of("set app.tenant = '" + UUID.randomUUID() + "'", sql)) {
                statement.execute(each);
            }
        }
    }
}
