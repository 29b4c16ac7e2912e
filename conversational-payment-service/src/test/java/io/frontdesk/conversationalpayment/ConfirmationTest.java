package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest extends PaymentApp {
    private static final String ANNA = "{\"name\":\"Anna\",\"email\":\"anna@example.com\"}";

    @Test
    void chargesAConfirmedQuoteOnce() {
        var quote = newQuote(ANNA);
        assertThat(quote.text("status")).isEqualTo("open");
        assertThat(quote.text("hash")).hasSize(64);
        assertThat(quote.text("currency")).isEqualTo("EUR");

        var answer = confirm(quote, VISA).expect(200);
        assertThat(answer.text("status")).isEqualTo("paid");
        assertThat(answer.json().at("/payment/status").asString()).isEqualTo("captured");
        assertThat(FLEET.till.charges(quote.text("id"))).isEqualTo(1);
        assertThat(audited("quote-confirmed")).hasSize(1);
        assertThat(get("/api/conversational-payments/quotes/" + quote.text("id")).body())
                .doesNotContain("confirmationToken");
    }

    @Test
    void answersARepeatedCallWithItsFirstAnswer() {
        var quote = newQuote(ANNA);
        var path = "/api/conversational-payments/quotes/" + quote.text("id") + "/confirmations";
        var body =
                "{\"confirmationToken\":\"" + quote.text("confirmationToken") + "\"" + VISA + "}";
        var first = send(as("owner"), "POST", path, body, "key-1").expect(200);
        var second = send(as("owner"), "POST", path, body, "key-1").expect(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(FLEET.till.charges(quote.text("id"))).isEqualTo(1);
    }

    @Test
    void handsOutALinkWhereNoMethodIsGiven() {
        var answer = confirm(newQuote(ANNA), "").expect(200);
        assertThat(answer.text("status")).isEqualTo("awaiting_payment");
        assertThat(answer.json().at("/link/url").asString()).startsWith("http://pay/");
    }

    @Test
    void refusesAReplayedToken() {
        var quote = newQuote(ANNA);
        confirm(quote, VISA).expect(200);
        assertThat(confirm(quote, VISA).expect(409).text("type"))
                .endsWith("confirmation-token-used");
        assertThat(FLEET.till.charges(quote.text("id"))).isEqualTo(1);
        refused("confirmation-token-used");
    }

    @Test
    void refusesAForgedTokenAndThatOfAnotherQuote() {
        var quote = newQuote(ANNA);
        var other = newQuote(ANNA);
        confirm(quote.text("id"), "forged", VISA).expect(403);
        confirm(quote.text("id"), other.text("confirmationToken"), VISA).expect(403);
        nothingCharged(quote);
        nothingCharged(other);
        refused("confirmation-token-invalid");
        assertThat(confirm(other, VISA).expect(200).text("status")).isEqualTo("paid");
    }

    @Test
    void refusesTheTokenOfAnotherVisitor() {
        var quote = newQuote("{\"id\":\"visitor-1\"}");
        confirm(quote, VISA).expect(403);
        confirm(quote, VISA + ",\"visitorId\":\"visitor-2\"").expect(403);
        nothingCharged(quote);
        refused("confirmation-token-invalid");
        confirm(quote, VISA + ",\"visitorId\":\"visitor-1\"").expect(200);
    }

    @Test
    void refusesAnExpiredToken() {
        var quote = newQuote(ANNA);
        clock.advance(Duration.ofMinutes(15));
        assertThat(quoteStatus(quote.text("id"))).isEqualTo("expired");
        assertThat(confirm(quote, VISA).expect(410).text("type"))
                .endsWith("confirmation-token-expired");
        nothingCharged(quote);
        refused("confirmation-token-expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update quote set total = 0.01 where id = '%s'",
                "update quote set currency = 'USD' where id = '%s'",
                "update quote set visitor_name = 'Eve' where id = '%s'",
                "update quote set expires_at = expires_at + interval '1 day' where id = '%s'",
                "update quote set hash = repeat('0', 64) where id = '%s'",
                "update quote_line set unit_price = 0.01 where quote_id = '%s'",
                "update quote_line set quantity = 7 where quote_id = '%s'",
                "update quote_line set name = 'Free' where quote_id = '%s'",
                "delete from quote_line where quote_id = '%s'"
            })
    void refusesAQuoteWhoseRowsWereChanged(String change) {
        var quote = newQuote(ANNA);
        asSchemaOwner(change.formatted(quote.text("id")));
        assertThat(confirm(quote, VISA).expect(409).text("type")).endsWith("quote-altered");
        nothingCharged(quote);
        refused("quote-altered");
    }

    @Test
    void refusesAWithdrawnQuote() {
        var quote = newQuote(ANNA);
        var path = "/api/conversational-payments/quotes/" + quote.text("id");
        send(as("owner"), "DELETE", path, null).expect(204);
        assertThat(confirm(quote, VISA).expect(409).text("type")).endsWith("quote-not-open");
        Awaitility.await().until(() -> FLEET.till.withdrawn.contains(quote.text("id")));
    }

    @Test
    void endsADeclinedPaymentAndGivesItsRoomBack() {
        var quote = newQuote(ANNA);
        var answer = confirm(quote, ",\"paymentMethod\":\"pm_card_chargeDeclined\"").expect(200);
        assertThat(answer.text("status")).isEqualTo("failed");
        assertThat(answer.json().at("/failure/code").asString()).isEqualTo("card_declined");
        assertThat(audited("quote-failed")).hasSize(1);
    }

    @Test
    void takesNoCardNumbers() {
        var quote = newQuote(ANNA);
        confirm(quote, ",\"paymentMethod\":\"4242 4242 4242 4242\"").expect(400);
        confirm(quote, ",\"paymentMethod\":\"4242424242424242\"").expect(400);
        confirm(quote, VISA).expect(200);
    }

    @Test
    void finishesAChargeWhoseAnswerNeverCame() {
        var quote = newQuote(ANNA);
        var answer = confirm(quote, ",\"paymentMethod\":\"pm_sandbox_timeout\"");
        // A broken connection is tried again under the same key, and finds the charge made.
        assertThat(answer.status()).isIn(200, 202);
        clock.advance(Duration.ofSeconds(30));
        paid(quote);
    }

    @Test
    void goesOnWhenPaymentServiceIsBack() {
        var quote = newQuote(ANNA);
        FLEET.paymentsDown.set(true);
        var answer = confirm(quote, VISA).expect(202);
        assertThat(answer.text("status")).isEqualTo("paying");
        confirm(quote, VISA).expect(409);
        FLEET.paymentsDown.set(false);
        clock.advance(Duration.ofSeconds(30));
        paid(quote);
    }

    private void paid(Answer quote) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> quoteStatus(quote.text("id")).equals("paid"));
        assertThat(FLEET.till.charges(quote.text("id"))).isEqualTo(1);
    }

    private void nothingCharged(Answer quote) {
        assertThat(FLEET.till.charges(quote.text("id"))).isZero();
    }

    private void refused(String reason) {
        assertThat(audited("confirmation-refused"))
                .isNotEmpty()
                .allMatch(it -> it.contains(reason));
    }
}
