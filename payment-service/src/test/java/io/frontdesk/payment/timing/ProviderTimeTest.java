package io.frontdesk.payment.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.payment.PaymentApp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ProviderTimeTest extends PaymentApp {
    private static final String VISA = "pm_card_visa";

    @Test
    void tellsWhatThePaymentWaitedForItsProvider() throws Exception {
        goesWrong("{\"latency\":50}");
        assertThat(waited("k1", VISA)).isBetween(50.0, 10_000.0);
        assertThat(waited("k1", VISA)).as("a repeat").isZero();
        assertThat(waited("k2", "pm_none")).as("a refusal").isGreaterThanOrEqualTo(50.0);
    }

    private double waited(String key, String method) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address("/api/payments"))
                        .header("Authorization", "Bearer " + token(tenant, "owner"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(order("10.00", method)))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var told =
                    http.send(request, BodyHandlers.discarding())
                            .headers()
                            .allValues("Server-Timing");
            assertThat(told).singleElement().asString().matches("provider;dur=\\d+\\.\\d");
            return Double.parseDouble(told.getFirst().substring("provider;dur=".length()));
        }
    }
}
