package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.Stripe;
import com.stripe.net.Webhook.Signature;
import io.frontdesk.payment.notice.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events of an account, signed as Stripe signs them. */
final class SentEvents {
    static final String SECRET = "whsec_standin";

    private final List<ObjectNode> sent = new ArrayList<>();
    private final PublishedApi api;
    private final List<String> violations;
    private final Clock clock;
    private int made;

    SentEvents(PublishedApi api, List<String> violations, Clock clock) {
        this.api = api;
        this.violations = violations;
        this.clock = clock;
    }

    synchronized void tell(String type, ObjectNode object) {
        var event = api.example("event");
        event.put("id", String.format("evt_%06d", ++made)).put("type", type);
        event.put("created", clock.instant().getEpochSecond());
        event.put("api_version", Stripe.API_VERSION);
        event.putObject("data").set("object", object.deepCopy());
        violations.addAll(api.answers().problems("/components/schemas/event", event));
        var kind = object.get("object").asText();
        violations.addAll(
                api.answers().problems("/components/schemas/" + kind, object).stream()
                        .map(problem -> type + " carries " + problem)
                        .toList());
        sent.add(event);
    }

    synchronized List<Webhook> drain() {
        var webhooks = sent.stream().map(event -> signed(event.toString())).toList();
        sent.clear();
        return webhooks;
    }

    Webhook signed(String body) {
        var now = clock.instant();
        return new Webhook(
                body.getBytes(StandardCharsets.UTF_8),
                Map.of("stripe-signature", signature(body, now.getEpochSecond())),
                now);
    }

    static String signature(String body, long at) {
        try {
            return Signature.generateSignatureHeader(body, SECRET, at);
        } catch (GeneralSecurityException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }
}
