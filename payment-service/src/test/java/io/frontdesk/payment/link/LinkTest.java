package io.frontdesk.payment.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinkTest extends PaymentApp {

    @Test
    void isPaidOnItsPageOnce() {
        var link = open("<b>Deposit</b>");
        var page = page(link);
        assertThat(send(null, "GET", page, null, null).body())
                .contains("5.00", "&lt;b&gt;Deposit")
                .doesNotContain("<b>");
        assertThat(form(page, "paymentMethod=pm_card_chargeDeclined").status()).isEqualTo(402);
        assertThat(form(page, "paymentMethod=pm_card_visa").status()).isEqualTo(200);
        assertThat(form(page, "paymentMethod=pm_card_visa").status()).isEqualTo(410);
        var id = link.text("id");
        awaitPayment(
                id,
                found ->
                        found.has("captured")
                                && found.get("captured")
                                        .get("amount")
                                        .stringValue()
                                        .equals("5.00"));
        assertThat(payment(id).text("linkId")).isEqualTo(id);
        assertThat(get("/api/payments/links/" + id).text("status")).isEqualTo("paid");
        var refund = post("/api/payments/" + id + "/refunds", some("1.00"));
        assertThat(refund.text("status")).as(refund.body()).isEqualTo("partially_refunded");
    }

    @Test
    void endsWhenItIsDeactivatedOrExpires() {
        var link = open("Deposit");
        var ended = post("/api/payments/links/" + link.text("id") + "/deactivation", "");
        assertThat(ended.text("status")).isEqualTo("deactivated");
        assertThat(form(page(link), "paymentMethod=pm_card_visa").status()).isEqualTo(410);
        assertThat(form("/api/payments/pay/guessed", "paymentMethod=pm_card_visa").status())
                .isEqualTo(404);
        assertThat(get("/api/payments").json().get("items")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void keepsMeansOfPaymentForACustomer() {
        var customer = id(post("/api/payments/customers", "{\"email\":\"ada@example.org\"}"));
        var methods = "/api/payments/customers/" + customer + "/methods";
        var saved = post(methods, "{\"paymentMethod\":\"pm_card_mastercard\"}");
        assertThat(saved.text("display")).contains("4444");
        assertThat(get(methods).json().get("items")).hasSize(1);
        var order = order("7.00", saved.text("methodReference"));
        var body = order.substring(0, order.length() - 1) + ",\"customerId\":\"" + customer + "\"}";
        assertThat(pay(body).text("status")).isEqualTo("captured");
    }

    private Answer open(String description) {
        var answer =
                post(
                        "/api/payments/links",
                        "{\"amount\":%s,\"description\":\"%s\",\"reference\":\"A-1\"}"
                                .formatted(amount("5.00", "EUR"), description));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("open");
        return answer;
    }

    private static String page(Answer link) {
        var url = link.text("url");
        return url.substring(url.indexOf("/api/"));
    }
}
