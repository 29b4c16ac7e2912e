package io.frontdesk.conversationalpayment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Payment-service's side: holds callers to what quotes carry, and charges at most once. */
final class Till {
    private static final JsonMapper JSON = new JsonMapper();

    final Map<String, JsonNode> commitments = new ConcurrentHashMap<>();
    final Map<String, Map<String, Object>> payments = new ConcurrentHashMap<>();
    final Map<String, Map<String, Object>> links = new ConcurrentHashMap<>();
    final List<String> withdrawn = new CopyOnWriteArrayList<>();

    /** Keys of all refunds that were made. */
    final List<String> refunds = new CopyOnWriteArrayList<>();

    private final Map<String, FleetStandIn.Reply> answers = new ConcurrentHashMap<>();
    private final Map<String, String> consumed = new ConcurrentHashMap<>();
    private final List<String> faults;

    Till(List<String> faults) {
        this.faults = faults;
    }

    /** How many charges succeeded for a quote. */
    long charges(String quote) {
        return payments.values().stream()
                .filter(payment -> quote.equals(payment.get("quoteId")))
                .filter(payment -> !"failed".equals(payment.get("status")))
                .count();
    }

    synchronized FleetStandIn.Reply reply(
            String call,
            @Nullable String query,
            String token,
            @Nullable String key,
            JsonNode body) {
        var path = call.split("[ /]+", -1);
        if (call.startsWith("PUT /payment/quotes/")) {
            service(call, token);
            fields(call, body, "amount", "hash", "expiresAt", "reference");
            var before = commitments.putIfAbsent(path[3], body);
            return before == null || before.equals(body)
                    ? new FleetStandIn.Reply(200, Map.of("quoteId", path[3], "status", "open"))
                    : FleetStandIn.Reply.problem(409, "quote-differs");
        }
        if (call.startsWith("DELETE /payment/quotes/")) {
            service(call, token);
            withdrawn.add(path[3]);
            return new FleetStandIn.Reply(204, null);
        }
        if (call.startsWith("GET")) {
            return read(call, query, path);
        }
        if (key == null) {
            faults.add(call + " came without a key");
            return FleetStandIn.Reply.problem(400, "idempotency-key-required");
        }
        var known = answers.get(key + call);
        if (known != null) {
            return known;
        }
        var answer = write(call, token, path, key, body);
        answers.put(key + call, answer.status() == 0 ? payment(body) : answer);
        return answer;
    }

    private FleetStandIn.Reply payment(JsonNode body) {
        return new FleetStandIn.Reply(
                201, payments.get(consumed.get(body.path("quoteId").asString(""))));
    }

    private FleetStandIn.Reply read(String call, @Nullable String query, String[] path) {
        if (call.endsWith("/api/payments")) {
            var reference = String.valueOf(query).replace("reference=", "");
            return new FleetStandIn.Reply(
                    200,
                    Map.of(
                            "items",
                            payments.values().stream()
                                    .filter(each -> reference.equals(each.get("reference")))
                                    .toList()));
        }
        if (call.contains("/disputes")) {
            return new FleetStandIn.Reply(200, Map.of("items", List.of()));
        }
        var all = call.contains("/links/") ? links : payments;
        var found = all.get(path[path.length - 1]);
        return found == null
                ? FleetStandIn.Reply.problem(404, "not-found")
                : new FleetStandIn.Reply(200, found);
    }

    private FleetStandIn.Reply write(
            String call, String token, String[] path, String key, JsonNode body) {
        if (call.equals("POST /api/payments")) {
            service(call, token);
            fields(
                    call,
                    body,
                    "amount",
                    "capture",
                    "paymentMethod",
                    "reference",
                    "description",
                    "quoteId",
                    "quoteHash");
            return charge(body);
        }
        if (call.equals("POST /api/payments/links")) {
            var id = UUID.randomUUID().toString();
            links.put(
                    id,
                    new ConcurrentHashMap<>(
                            Map.of("id", id, "url", "http://pay/" + id, "status", "open")));
            return new FleetStandIn.Reply(201, links.get(id));
        }
        if (call.endsWith("/deactivation")) {
            java.util.Objects.requireNonNull(links.get(path[4])).put("status", "deactivated");
            return new FleetStandIn.Reply(200, links.get(path[4]));
        }
        if (call.endsWith("/refunds")) {
            service(call, token);
            fields(call, body, "amount", "reason");
            refunds.add(key);
            return new FleetStandIn.Reply(201, Map.of("id", path[3], "status", "refunded"));
        }
        if (call.endsWith("/cancellation")) {
            java.util.Objects.requireNonNull(payments.get(path[3])).put("status", "cancelled");
            return new FleetStandIn.Reply(200, payments.get(path[3]));
        }
        return new FleetStandIn.Reply(200, Map.of("id", path[4], "status", "closed"));
    }

    private FleetStandIn.Reply charge(JsonNode body) {
        var quote = body.get("quoteId").stringValue();
        var commitment = commitments.get(quote);
        if (commitment == null
                || !commitment.get("hash").equals(body.get("quoteHash"))
                || !commitment.get("amount").equals(body.get("amount"))) {
            faults.add("a charge that its quote does not carry: " + body);
            return FleetStandIn.Reply.problem(422, "quote-mismatch");
        }
        if (consumed.containsKey(quote)) {
            return FleetStandIn.Reply.problem(409, "quote-consumed");
        }
        var method = body.get("paymentMethod").stringValue();
        var status =
                switch (method) {
                    case "pm_card_chargeDeclined" -> "failed";
                    case "pm_card_authenticationRequired" -> "requires_action";
                    case "pm_unknown" -> "refused";
                    default -> "captured";
                };
        if (status.equals("refused")) {
            return FleetStandIn.Reply.problem(422, "payment-method-unknown");
        }
        var id = UUID.randomUUID().toString();
        var payment = new ConcurrentHashMap<String, Object>();
        payment.putAll(
                Map.of(
                        "id", id,
                        "status", status,
                        "amount", body.get("amount"),
                        "reference", body.get("reference"),
                        "quoteId", quote));
        payment.put("reference", body.get("reference").stringValue());
        if (status.equals("failed")) {
            payment.put("failure", Map.of("code", "card_declined", "message", "Declined."));
        } else {
            consumed.put(quote, id);
        }
        payments.put(id, payment);
        return method.equals("pm_sandbox_timeout")
                ? new FleetStandIn.Reply(0, null)
                : new FleetStandIn.Reply(201, payment);
    }

    private void service(String call, String token) {
        if (!token.startsWith("Bearer service-")) {
            faults.add(call + " was not called in the service's own name");
        }
    }

    private void fields(String call, JsonNode body, String... known) {
        var others = new HashSet<>(body.propertyNames());
        others.removeAll(Set.of(known));
        if (!others.isEmpty()) {
            faults.add(call + " has fields that nobody knows: " + others);
        }
        if (!JSON.valueToTree(body).isObject()) {
            faults.add(call + " has no object for a body");
        }
    }
}
