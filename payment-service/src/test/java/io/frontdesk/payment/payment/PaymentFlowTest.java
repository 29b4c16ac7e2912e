package io.frontdesk.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import io.frontdesk.test.events.EventProbe;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentFlowTest extends PaymentApp {
    @Autowired private EventProbe events;

    @Test
    void takesAPaymentAndBooksIt() {
        var answer = pay(order("12.50", "pm_card_visa"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("captured");
        assertThat(answer.money("captured")).isEqualTo("12.50");
        assertThat(answer.money("refunded")).isEqualTo("0.00");
        assertThat(answer.text("provider")).isEqualTo("sandbox");
        assertThat(answer.text("providerReference")).startsWith("sb_ch_");
        var balances = get("/api/payments/ledger/balances").body();
        assertThat(balances).contains("\"account\":\"revenue\"", "-12.50", "12.06", "0.44");
        events.await("io.frontdesk.payment.captured", answer.text("id"));
    }

    @Test
    void tellsADeclineAsAFailedPayment() {
        var answer = pay(order("12.50", "pm_card_chargeDeclined"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("failed");
        assertThat(answer.json().get("failure").get("code").stringValue())
                .isEqualTo("card-declined");
        assertThat(get("/api/payments/ledger/entries").json().get("items")).isEmpty();
    }

    @Test
    void capturesInPartsAndGivesTheRestBack() {
        var id = reserved("10.00");
        assertThat(payment(id).text("status")).isEqualTo("authorized");
        assertThat(payment(id).money("capturable")).isEqualTo("10.00");
        var first = post("/api/payments/" + id + "/capture", some("3.00"));
        assertThat(first.text("status")).as(first.body()).isEqualTo("captured");
        assertThat(first.money("capturable")).isEqualTo("7.00");
        var last =
                post(
                        "/api/payments/" + id + "/capture",
                        "{\"amount\":" + amount("4.00", "EUR") + ",\"last\":true}");
        assertThat(last.money("captured")).isEqualTo("7.00");
        assertThat(last.money("capturable")).isEqualTo("0.00");
    }

    @Test
    void refundsInPartsUntilNothingIsLeft() {
        var id = paid("10.00");
        var first = post("/api/payments/" + id + "/refunds", some("4.00"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.text("status")).isEqualTo("partially_refunded");
        var last = post("/api/payments/" + id + "/refunds", "{}");
        assertThat(last.text("status")).isEqualTo("refunded");
        assertThat(last.money("refunded")).isEqualTo("10.00");
        assertThat(get("/api/payments/" + id + "/refunds").json().get("items")).hasSize(2);
    }

    @Test
    void cancelsAnAuthorization() {
        var id = reserved("10.00");
        var answer = post("/api/payments/" + id + "/cancellation", "");
        assertThat(answer.text("status")).as(answer.body()).isEqualTo("cancelled");
        assertThat(post("/api/payments/" + id + "/cancellation", "").status()).isEqualTo(200);
    }

    @Test
    void finishesAPaymentWhoseAnswerNeverArrived() {
        var answer = pay(order("12.50", "pm_sandbox_timeout"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("unknown");
        clock.advance(Duration.ofSeconds(10));
        awaitPayment(
                answer.text("id"), found -> found.get("status").stringValue().equals("captured"));
        events.await("io.frontdesk.payment.unknown", answer.text("id"));
    }

    @Test
    void givesUpOnAPaymentThatNeverReachedItsProvider() {
        var id = id(pay(order("12.50", "pm_sandbox_unreachable")));
        clock.advance(Duration.ofMinutes(5));
        assertThat(payment(id).text("status")).isEqualTo("unknown");
        clock.advance(Duration.ofHours(2));
        awaitPayment(id, found -> found.get("status").stringValue().equals("failed"));
    }

    @Test
    void letsThePayerAuthenticate() {
        var answer = pay(order("12.50", "pm_card_authenticationRequired"));
        assertThat(answer.text("status")).isEqualTo("requires_action");
        var url = answer.json().get("nextAction").get("url").stringValue();
        var path = url.substring(url.indexOf("/api/"));
        assertThat(send(null, "GET", path, null, null).body()).contains("Approve", "12.50");
        assertThat(form(path, "decision=approve").status()).isEqualTo(200);
        awaitPayment(
                answer.text("id"), found -> found.get("status").stringValue().equals("captured"));
    }

    @Test
    void showsADisputeAndItsEnd() {
        var id = id(pay(order("50.00", "pm_sandbox_dispute")));
        awaitPayment(
                id, found -> found.get("disputed").get("amount").stringValue().equals("50.00"));
        var dispute = get("/api/payments/disputes?status=open").json().get("items").get(0);
        assertThat(dispute.get("paymentId").stringValue()).isEqualTo(id);
        var refund = post("/api/payments/" + id + "/refunds", "{}");
        assertThat(refund.problem()).isEqualTo("amount-above-captured");
        var path = "/api/payments/disputes/" + dispute.get("id").stringValue() + "/evidence";
        var won = post(path, "{\"text\":\"winning_evidence\"}");
        assertThat(won.text("status")).as(won.body()).isEqualTo("won");
        assertThat(payment(id).money("disputed")).isEqualTo("0.00");
        events.await("io.frontdesk.payment.dispute-closed", id);
    }
}
