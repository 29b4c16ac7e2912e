package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.TestBroker;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondTryTest extends PaymentApp {
    private static final String DECLINED = ",\"paymentMethod\":\"pm_card_chargeDeclined\"";

    @ParameterizedTest
    @ValueSource(strings = {"pm_card_chargeDeclined", "pm_unknown"})
    void paysTheSameQuoteWithAnotherMethod(String refused) {
        var quote = newQuote("{}");
        var id = quote.text("id");
        var failed = confirm(quote, ",\"paymentMethod\":\"" + refused + "\"").expect(200);
        assertThat(failed.text("status")).isEqualTo("failed");
        var fresh = failed.text("confirmationToken");
        assertThat(fresh).isNotBlank().isNotEqualTo(quote.text("confirmationToken"));
        assertThat(confirm(quote, VISA).expect(409).text("type"))
                .endsWith("confirmation-token-used");

        var paid = confirm(id, fresh, VISA).expect(200);
        assertThat(paid.text("status")).isEqualTo("paid");
        assertThat(paid.json().has("confirmationToken")).isFalse();
        confirm(id, fresh, VISA).expect(409);
        assertThat(FLEET.till.charges(id)).isEqualTo(1);
    }

    @Test
    void lendsTheTokenOfAFailureNoLongerThanTheQuoteStands() {
        var quote = newQuote("{}");
        var fresh = confirm(quote, DECLINED).expect(200).text("confirmationToken");
        clock.advance(Duration.ofMinutes(15));
        confirm(quote.text("id"), fresh, VISA).expect(410);
        assertThat(FLEET.till.charges(quote.text("id"))).isZero();
    }

    @Test
    void takesTheTokenBackWithTheQuote() {
        var quote = newQuote("{}");
        var fresh = confirm(quote, DECLINED).expect(200).text("confirmationToken");
        var path = "/api/conversational-payments/quotes/" + quote.text("id");
        send(as("owner"), "DELETE", path, null).expect(204);
        confirm(quote.text("id"), fresh, VISA).expect(409);
        assertThat(FLEET.till.charges(quote.text("id"))).isZero();
    }

    @Test
    void hearsOfTheFirstFailureLateAndGoesOn() {
        var quote = newQuote("{}");
        var id = quote.text("id");
        var failed = confirm(quote, DECLINED).expect(200);
        var first = failed.json().at("/payment/id").asString();
        var method = ",\"paymentMethod\":\"pm_card_authenticationRequired\"";
        confirm(id, failed.text("confirmationToken"), method).expect(200);
        TestBroker.send(
                "io.frontdesk.payment.failed",
                tenant,
                first,
                fact(first, "failed", "0.00", "0.00", id));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/admin/payments/payments/" + first).status() == 200);
        assertThat(quoteStatus(id)).isEqualTo("requires_action");
    }

    @Test
    void takesRoomUnderTheCeilingsForEachTryOnce() {
        var item = newItem("Course", "product", "240.00");
        for (int i = 0; i < 6; i++) {
            confirm(quote(item, 1, "{\"id\":\"v\"}"), DECLINED + ",\"visitorId\":\"v\"")
                    .expect(200);
        }
        var quote = quote(item, 1, "{\"id\":\"v\"}");
        var failed = confirm(quote, DECLINED + ",\"visitorId\":\"v\"").expect(200);
        confirm(quote.text("id"), failed.text("confirmationToken"), VISA).expect(403);
        var more = VISA + ",\"visitorId\":\"v\"";
        confirm(quote.text("id"), failed.text("confirmationToken"), more).expect(200);
    }
}
