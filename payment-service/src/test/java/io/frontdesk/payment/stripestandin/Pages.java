package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Payment links, and the checkout sessions in which somebody pays. */
final class Pages {
    private static final long HALF_HOUR = 1800;
    private static final long DAY = 24 * 3600;

    private final Holdings held;
    private final Intents intents;
    private final SentEvents events;

    Pages(Holdings held, Intents intents, SentEvents events) {
        this.held = held;
        this.intents = intents;
        this.events = events;
    }

    ObjectNode session(Request request) {
        var end = request.form().path("expires_at").asLong(held.now() + DAY);
        if (end < held.now() + HALF_HOUR || end > held.now() + DAY) {
            throw StripeProblem.invalid(
                    null,
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.");
        }
        return session(request.form(), end, null);
    }

    private ObjectNode session(JsonNode form, long end, @Nullable String link) {
        var session = held.make("checkout.session", "cs_test");
        var price = form.path("line_items").path("0").path("price_data");
        session.put("mode", "payment").put("status", "open").put("payment_status", "unpaid");
        session.put("amount_total", price.path("unit_amount").asLong());
        session.put("currency", price.path("currency").asText()).put("expires_at", end);
        session.put("url", "https://checkout.stripe.example/" + session.get("id").asText());
        session.put("payment_link", link).putNull("payment_intent");
        session.put("success_url", form.path("success_url").asText());
        session.set("metadata", form.path("metadata").deepCopy());
        return session;
    }

    ObjectNode link(Request request) {
        var link = held.make("payment_link", "plink");
        link.put("active", true).set("metadata", request.form().path("metadata").deepCopy());
        link.put("url", "https://buy.stripe.example/" + link.get("id").asText());
        link.put("currency", request.form().at("/line_items/0/price_data/currency").asText());
        return link;
    }

    ObjectNode visit(ObjectNode link, JsonNode form) {
        if (!link.get("active").asBoolean()) {
            throw StripeProblem.invalid(null, "This payment link is no longer active.");
        }
        return session(form, held.now() + DAY, link.get("id").asText());
    }

    /** Pays, or tries to: a declined payer may try again on the same page. */
    void pay(ObjectNode session, JsonNode form, String method) {
        var money = PublishedApi.JSON.createObjectNode();
        money.put("amount", session.get("amount_total").asLong());
        money.put("currency", session.get("currency").asText());
        var intent =
                session.get("payment_intent").isNull()
                        ? intents.made(money, form.path("payment_intent_data"))
                        : held.get("payment_intent", session.get("payment_intent").asText());
        session.put("payment_intent", intent.get("id").asText());
        try {
            intents.confirm(intent, method, "");
        } catch (StripeProblem declined) {
            return;
        }
        var paid = intent.get("status").asText().equals("succeeded");
        session.put("status", "complete").put("payment_status", paid ? "paid" : "unpaid");
        events.tell("checkout.session.completed", session);
    }

    ObjectNode expire(ObjectNode session) {
        if (!session.get("status").asText().equals("open")) {
            throw StripeProblem.invalid(
                    null, "Only Checkout Sessions with a status in [\"open\"] can be expired.");
        }
        session.put("status", "expired").putNull("url");
        if (!session.get("payment_intent").isNull()) {
            intents.end(
                    held.get("payment_intent", session.get("payment_intent").asText()),
                    "abandoned");
        }
        events.tell("checkout.session.expired", session);
        return session;
    }
}
