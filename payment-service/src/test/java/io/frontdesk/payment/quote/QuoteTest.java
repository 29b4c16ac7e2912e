package io.frontdesk.payment.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteTest extends PaymentApp {
    private final UUID quote = UUID.randomUUID();

    @Test
    void commitsOnceAndSaysTheSameAgain() {
        assertThat(commit("10.00", "h1").text("status")).isEqualTo("open");
        assertThat(commit("10.00", "h1").text("status")).isEqualTo("open");
        assertThat(commit("11.00", "h1").problem()).isEqualTo("quote-differs");
        assertThat(commit("10.00", "h2").problem()).isEqualTo("quote-differs");
    }

    @Test
    void takesWhatWasQuotedOnce() {
        commit("10.00", "h1");
        assertThat(quoted("10.00", "h2", "pm_card_visa").problem()).isEqualTo("quote-mismatch");
        assertThat(quoted("9.00", "h1", "pm_card_visa").problem()).isEqualTo("quote-mismatch");
        assertThat(quoted("10.00", "h1", "pm_card_visa").text("status")).isEqualTo("captured");
        assertThat(quoted("10.00", "h1", "pm_card_visa").problem()).isEqualTo("quote-consumed");
        assertThat(commit("10.00", "h1").text("status")).isEqualTo("consumed");
        assertThat(withdraw().problem()).isEqualTo("quote-consumed");
    }

    @Test
    void isFreeAgainAfterADecline() {
        commit("10.00", "h1");
        assertThat(quoted("10.00", "h1", "pm_card_chargeDeclined").text("status"))
                .isEqualTo("failed");
        assertThat(quoted("10.00", "h1", "pm_card_visa").text("status")).isEqualTo("captured");
    }

    @Test
    void takesNothingOnAnExpiredOrWithdrawnQuote() {
        commit("10.00", "h1");
        assertThat(withdraw().status()).isEqualTo(204);
        assertThat(quoted("10.00", "h1", "pm_card_visa").problem()).isEqualTo("quote-consumed");
        var other = UUID.randomUUID();
        commit(other, "10.00", "h1");
        clock.advance(Duration.ofHours(2));
        assertThat(quoted(other, "10.00", "h1", "pm_card_visa").status()).isEqualTo(410);
        assertThat(get("/api/payments").json().get("items")).isEmpty();
    }

    @Test
    void asksAServiceForAQuote() {
        var answer =
                send(
                        token(tenant, "service"),
                        "POST",
                        "/api/payments",
                        order("10.00", "pm_card_visa"),
                        "key");
        assertThat(answer.problem()).isEqualTo("quote-required");
    }

    private Answer commit(String amount, String hash) {
        return commit(quote, amount, hash);
    }

    private Answer commit(UUID id, String amount, String hash) {
        var body =
                "{\"amount\":%s,\"hash\":\"%s\",\"expiresAt\":\"%s\"}"
                        .formatted(
                                amount(amount, "EUR"),
                                hash,
                                clock.instant().plus(Duration.ofHours(1)));
        return send(token(tenant, "service"), "PUT", "/payment/quotes/" + id, body, null);
    }

    private Answer withdraw() {
        return send(token(tenant, "service"), "DELETE", "/payment/quotes/" + quote, null, null);
    }

    private Answer quoted(String amount, String hash, String method) {
        return quoted(quote, amount, hash, method);
    }

    private Answer quoted(UUID id, String amount, String hash, String method) {
        var order = order(amount, method);
        var body =
                order.substring(0, order.length() - 1)
                        + ",\"quoteId\":\"%s\",\"quoteHash\":\"%s\"}".formatted(id, hash);
        return send(
                token(tenant, "service"),
                "POST",
                "/api/payments",
                body,
                UUID.randomUUID().toString());
    }
}
