package io.frontdesk.payment.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of pages and quotes when a link ends, or its making is cut short. */
class LinkEndingTest extends PaymentApp {
    private static final String LINKS = "/api/payments/links";
    private static final int MOST = 12;
    private final UUID quote = UUID.randomUUID();

    @Autowired private JdbcClient jdbc;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    @AfterEach
    void mend() {
        database.mend();
    }

    @Test
    void givesTheQuoteBackWhenItExpiresUnpaid() {
        commit();
        var link = post(LINKS, quoted(Duration.ofMinutes(30)));
        assertThat(link.text("status")).as(link.body()).isEqualTo("open");
        assertThat(payQuoted().problem()).isEqualTo("quote-consumed");
        assertThat(form(page(link), "paymentMethod=pm_card_chargeDeclined").status())
                .isEqualTo(402);
        awaitPayment(link.text("id"), found -> found.path("status").asString().equals("failed"));
        assertThat(payQuoted().problem()).as("the page is open").isEqualTo("quote-consumed");
        clock.advance(Duration.ofMinutes(31));
        awaitClosed();
        assertThat(get(LINKS + "/" + link.text("id")).text("status")).isEqualTo("expired");
        assertThat(payQuoted().text("status")).isEqualTo("captured");
    }

    @Test
    void keepsTheQuoteOfAPageThatWasPaidAtTheLastMoment() {
        goesWrong("{\"dropWebhooks\":true}");
        commit();
        var link = post(LINKS, quoted(Duration.ofMinutes(30)));
        assertThat(form(page(link), "paymentMethod=pm_card_visa").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(31));
        awaitClosed();
        assertThat(payment(link.text("id")).text("status")).isEqualTo("captured");
        assertThat(payQuoted().problem()).isEqualTo("quote-consumed");
    }

    @Test
    void closesAPageThatIsPaid() {
        var link = post(LINKS, order(""));
        form(page(link), "paymentMethod=pm_card_visa");
        awaitPayment(link.text("id"), found -> found.path("status").asString().equals("captured"));
        awaitClosed();
    }

    @Test
    void closesAPageWhoseProviderWasAway() {
        var link = post(LINKS, order(""));
        goesWrong("{\"unreachable\":true}");
        var ended = post(LINKS + "/" + link.text("id") + "/deactivation", "");
        assertThat(ended.text("status")).as(ended.body()).isEqualTo("deactivated");
        goesWrong("{}");
        awaitClosed();
        assertThat(form(page(link), "paymentMethod=pm_card_visa").status()).isEqualTo(410);
    }

    @Test
    void goesOnWithALinkWhoseMakingWasCutShort() {
        commit();
        goesWrong("{\"unreachable\":true}");
        var body = quoted(Duration.ofHours(3));
        assertThat(post(LINKS, body, "cut").status()).isEqualTo(504);
        goesWrong("{}");
        var link = post(LINKS, body, "cut");
        assertThat(link.text("status")).as(link.body()).isEqualTo("open");
        assertThat(post(LINKS, body, "cut").text("id")).isEqualTo(link.text("id"));
        assertThat(post(LINKS, order(""), "cut").problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void givesTheQuoteBackWhenNobodyComesForTheLink() {
        commit();
        goesWrong("{\"unreachable\":true}");
        assertThat(post(LINKS, quoted(Duration.ofHours(1))).status()).isEqualTo(504);
        goesWrong("{}");
        clock.advance(Duration.ofMinutes(16));
        awaitClosed();
        assertThat(payQuoted().text("status")).isEqualTo("captured");
        assertThat(get(LINKS).body()).doesNotContain("\"open\"");
    }

    @Test
    void makesOnePageWhateverDies() {
        var broken = 0;
        for (var commit = 0; commit < MOST; commit++) {
            var key = UUID.randomUUID().toString();
            database.breakAt(commit, commit % 2 == 0);
            post(LINKS, order(""), key);
            if (database.mend()) {
                broken++;
                clock.advance(Duration.ofMinutes(3));
                assertThat(post(LINKS, order(""), key).text("status")).isEqualTo("open");
            }
        }
        assertThat(broken).isGreaterThanOrEqualTo(4);
        assertThat(get(LINKS + "?limit=200").json().get("items")).hasSize(MOST);
        assertThat(count("select count(*) from sandbox_link")).isEqualTo(MOST);
    }

    @Test
    void knowsACustomerOnceWhateverDies() {
        for (var commit = 0; commit < MOST; commit++) {
            var key = UUID.randomUUID().toString();
            database.breakAt(commit, commit % 2 == 0);
            post("/api/payments/customers", "{\"name\":\"Ada\"}", key);
            if (database.mend()) {
                clock.advance(Duration.ofMinutes(3));
                id(post("/api/payments/customers", "{\"name\":\"Ada\"}", key));
            }
        }
        assertThat(count("select count(*) from sandbox_customer")).isEqualTo(MOST);
        assertThat(get("/api/payments/customers?limit=200").json().get("items")).hasSize(MOST);
    }

    private void awaitClosed() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    clock.advance(Duration.ofSeconds(5));
                    return count(
                                    """
                                    select count(*) from payment_link l
                                    join sandbox_link s on s.payment_id = l.id
                                    where l.closed_at is not null and s.closed
                                    """)
                            == 1;
                });
    }

    private long count(String sql) {
        return tenancy.as(
                tenant,
                () ->
                        transaction.<Long>execute(
                                status -> jdbc.sql(sql).query(Long.class).single()));
    }

    private void commit() {
        var body =
                "{\"amount\":%s,\"hash\":\"h\",\"expiresAt\":\"%s\"}"
                        .formatted(amount("5.00", "EUR"), clock.instant().plus(Duration.ofDays(1)));
        send(token(tenant, "service"), "PUT", "/payment/quotes/" + quote, body, null);
    }

    private Answer payQuoted() {
        var order = order("5.00", "pm_card_visa");
        return pay(order.substring(0, order.length() - 1) + bound() + "}");
    }

    private String bound() {
        return ",\"quoteId\":\"%s\",\"quoteHash\":\"h\"".formatted(quote);
    }

    private String quoted(Duration time) {
        return order(",\"expiresAt\":\"%s\"".formatted(clock.instant().plus(time)) + bound());
    }

    private static String order(String more) {
        return "{\"amount\":%s,\"description\":\"Deposit\"%s}"
                .formatted(amount("5.00", "EUR"), more);
    }

    private static String page(Answer link) {
        return link.text("url").substring(link.text("url").indexOf("/api/"));
    }
}
