package io.frontdesk.e2e.payments;

import io.frontdesk.e2e.fleet.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Charges in a tenant's sandbox. */
public record Till(Caller caller) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Caller.Answer charge(String amount, String method, String capture) {
        return charge(amount, method, capture, UUID.randomUUID().toString());
    }

    public Caller.Answer charge(String amount, String method, String capture, String key) {
        var body = new HashMap<String, Object>();
        body.put("amount", euros(amount));
        body.put("capture", capture);
        body.put("paymentMethod", method);
        body.put("reference", "order-" + key);
        return caller.post("/api/payments", body, key);
    }

    public Caller.Answer refund(String payment, String amount) {
        return caller.post(
                "/api/payments/" + payment + "/refunds", Map.of("amount", euros(amount)));
    }

    public JsonNode payment(String id) {
        return caller.get("/api/payments/" + id).expect(200).body();
    }

    public void awaitStatus(String id, String status) {
        Awaitility.await(id + " is " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> payment(id).path("status").asString().equals(status));
    }

    public static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
