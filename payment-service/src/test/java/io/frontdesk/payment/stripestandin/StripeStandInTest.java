package io.frontdesk.payment.stripestandin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.test.time.SettableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in is no pushover: what is wrong by Stripe's description does not pass it. */
class StripeStandInTest {
    private static final String RIGHT =
            "amount=1000&currency=eur&payment_method=pm_card_visa&confirm=true";
    private final StripeStandIn stripe =
            new StripeStandIn(new SettableClock(Instant.parse("2026-11-22T10:15:30Z")));

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void letsWhatIsRightPass() throws Exception {
        assertThat(post(RIGHT, "sk_test_standin").statusCode()).isEqualTo(200);
        assertThat(stripe.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RIGHT + "&amuont=1000",
                RIGHT + "&capture_method=sometimes",
                RIGHT + "&metadata=text",
                "amount=10.00&currency=eur&payment_method=pm_card_visa",
                "amount=1000&payment_method=pm_card_visa",
                RIGHT + "&payment_method_options[card][request_multicapture]=always",
                RIGHT + "&expand=latest_charge"
            })
    void refusesWhatIsNotInThePublishedApi(String form) throws Exception {
        assertThat(post(form, "sk_test_standin").statusCode()).isEqualTo(400);
        assertThat(stripe.takeViolations()).isNotEmpty();
        assertThat(stripe.count("payment_intent")).isZero();
    }

    @Test
    void noticesItsOwnWrongAnswers() throws Exception {
        post(RIGHT, "sk_test_standin");
        ((ObjectNode) stripe.object("pi_000001")).put("status", "paid");
        var again =
                HttpRequest.newBuilder(stripe.url().resolve("/v1/payment_intents/pi_000001"))
                        .header("Authorization", "Bearer sk_test_standin")
                        .build();
        send(again);
        assertThat(stripe.takeViolations()).singleElement().asString().contains("/status");
    }

    @Test
    void knowsItsKeysAndOperations() throws Exception {
        assertThat(post(RIGHT, "sk_test_other").statusCode()).isEqualTo(401);
        assertThat(stripe.violations()).isEmpty();
    }

    private HttpResponse<String> post(String form, String key) throws Exception {
        URI intents = stripe.url().resolve("/v1/payment_intents");
        return send(
                HttpRequest.newBuilder(intents)
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
