package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payment intents and their charges: created and confirmed, captured, cancelled. */
final class Intents {
    private static final long WEEK = 7 * 24 * 3600;

    private boolean oneCapture;
    private final Holdings held;
    private final Book book;
    private final SentEvents events;

    Intents(Holdings held, Book book, SentEvents events) {
        this.held = held;
        this.book = book;
        this.events = events;
    }

    ObjectNode create(Request request) {
        var form = request.form();
        var method = form.path("payment_method").asText();
        if (!Cards.known(method)) {
            throw StripeProblem.missing("PaymentMethod", method);
        }
        if (form.path("amount").asLong() < 50) {
            throw StripeProblem.invalid("amount_too_small", "Amount must be at least €0.50 eur");
        }
        return confirm(made(form, form), method, form.path("return_url").asText());
    }

    ObjectNode made(JsonNode money, JsonNode about) {
        var intent = held.make("payment_intent", "pi");
        intent.put("amount", money.path("amount").asLong());
        intent.put("currency", money.path("currency").asText());
        intent.put("amount_capturable", 0).put("amount_received", 0);
        intent.put("capture_method", about.path("capture_method").asText("automatic"));
        intent.put("status", "requires_payment_method");
        intent.putNull("latest_charge").putNull("last_payment_error").putNull("next_action");
        intent.putNull("canceled_at").putNull("cancellation_reason");
        copyText(about, intent, "customer");
        copyText(about, intent, "description");
        intent.set("metadata", about.path("metadata").deepCopy());
        if (!about.has("metadata")) {
            intent.putObject("metadata");
        }
        events.tell("payment_intent.created", intent);
        return intent;
    }

    ObjectNode confirm(ObjectNode intent, String method, String returnUrl) {
        intent.put("payment_method", method);
        if (method.equals(Cards.ASKS)) {
            intent.put("status", "requires_action");
            var id = intent.get("id").asText();
            intent.putObject("next_action")
                    .put("type", "redirect_to_url")
                    .putObject("redirect_to_url")
                    .put("url", "https://hooks.stripe.example/3ds/" + id)
                    .put("return_url", returnUrl);
            events.tell("payment_intent.requires_action", intent);
            return intent;
        }
        if (method.equals(Cards.SLOW)) {
            intent.put("status", "processing");
            events.tell("payment_intent.processing", intent);
            return intent;
        }
        var decline = Cards.decline(method);
        return decline == null ? charge(intent) : decline(intent, decline);
    }

    private ObjectNode decline(ObjectNode intent, StripeProblem decline) {
        var charge = charge(intent, "failed");
        intent.put("latest_charge", charge.get("id").asText());
        fail(intent, decline.error());
        decline.error().put("charge", charge.get("id").asText());
        decline.error().set("payment_intent", intent.deepCopy());
        events.tell("charge.failed", charge);
        throw decline;
    }

    void fail(ObjectNode intent, ObjectNode error) {
        intent.put("status", "requires_payment_method").putNull("next_action");
        intent.putNull("payment_method");
        intent.set("last_payment_error", error.deepCopy());
        events.tell("payment_intent.payment_failed", intent);
    }

    ObjectNode charge(ObjectNode intent) {
        var charge = charge(intent, "succeeded");
        intent.put("latest_charge", charge.get("id").asText());
        intent.putNull("next_action").putNull("last_payment_error");
        if (intent.get("capture_method").asText().equals("manual")) {
            charge.withObject("/payment_method_details/card")
                    .put("capture_before", held.now() + WEEK);
            intent.put("status", "requires_capture");
            intent.put("amount_capturable", intent.get("amount").asLong());
            events.tell("charge.succeeded", charge);
            events.tell("payment_intent.amount_capturable_updated", intent);
            return intent;
        }
        take(intent, charge, intent.get("amount").asLong());
        intent.put("status", "succeeded");
        events.tell("charge.succeeded", charge);
        events.tell("payment_intent.succeeded", intent);
        return intent;
    }

    private ObjectNode charge(ObjectNode intent, String status) {
        var charge = held.make("charge", "ch");
        charge.put("status", status).put("paid", status.equals("succeeded"));
        charge.put("captured", false).put("refunded", false).put("disputed", false);
        charge.put("amount", intent.get("amount").asLong());
        charge.put("amount_captured", 0).put("amount_refunded", 0);
        charge.put("currency", intent.get("currency").asText());
        charge.put("payment_intent", intent.get("id").asText());
        charge.putNull("balance_transaction").remove("refunds");
        charge.set("metadata", intent.get("metadata").deepCopy());
        return charge;
    }

    private void take(ObjectNode intent, ObjectNode charge, long amount) {
        var entry =
                book.enter(
                        "charge",
                        charge.get("id").asText(),
                        intent.get("currency").asText(),
                        amount,
                        Book.fee(amount));
        charge.put("captured", true).put("balance_transaction", entry.get("id").asText());
        var taken = charge.get("amount_captured").asLong() + amount;
        charge.put("amount_captured", taken);
        intent.put("amount_received", taken);
    }

    void allowOneCapture() {
        oneCapture = true;
    }

    ObjectNode capture(Request request) {
        var intent = held.get("payment_intent", request.fromEnd(1));
        require(intent, "capture", Set.of("requires_capture"));
        var capturable = intent.get("amount_capturable").asLong();
        var amount = request.form().path("amount_to_capture").asLong(capturable);
        if (amount > capturable) {
            throw StripeProblem.invalid(
                    "amount_too_large", "The amount is greater than what can be captured.");
        }
        var more = "false".equals(request.text("final_capture"));
        if (more && oneCapture) {
            throw StripeProblem.invalid(
                    null, "This PaymentIntent cannot be captured again: final_capture is true.");
        }
        request.form()
                .path("metadata")
                .properties()
                .forEach(mark ->
                        intent.withObjectProperty("metadata").set(mark.getKey(), mark.getValue()));
        var charge = held.get("charge", intent.get("latest_charge").asText());
        take(intent, charge, amount);
        intent.put("amount_capturable", more ? capturable - amount : 0);
        intent.put("status", more ? "requires_capture" : "succeeded");
        events.tell("charge.captured", charge);
        events.tell(
                more ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded",
                intent);
        return intent;
    }

    ObjectNode cancel(Request request) {
        var intent = held.get("payment_intent", request.fromEnd(1));
        require(
                intent,
                "cancel",
                Set.of("requires_payment_method", "requires_capture", "requires_action"));
        return end(intent, request.text("cancellation_reason"));
    }

    ObjectNode end(ObjectNode intent, @Nullable String reason) {
        intent.put("status", "canceled").put("amount_capturable", 0);
        intent.put("canceled_at", held.now()).put("cancellation_reason", reason);
        intent.putNull("next_action");
        events.tell("payment_intent.canceled", intent);
        return intent;
    }

    private static void require(ObjectNode intent, String verb, Set<String> statuses) {
        var status = intent.get("status").asText();
        if (!statuses.contains(status)) {
            throw StripeProblem.invalid(
                    "payment_intent_unexpected_state",
                    "You cannot "
                            + verb
                            + " this PaymentIntent because it has a status of "
                            + status
                            + ".");
        }
    }

    static void copyText(JsonNode from, ObjectNode to, String name) {
        if (from.has(name)) {
            to.put(name, from.get(name).asText());
        } else {
            to.putNull(name);
        }
    }
}
