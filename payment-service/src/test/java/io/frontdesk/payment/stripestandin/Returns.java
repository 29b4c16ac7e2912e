package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Money that goes back: refunds and disputes. */
final class Returns {
    private static final long DISPUTE_FEE = 2000;
    private static final long DAY = 24 * 3600;

    private final Holdings held;
    private final Book book;
    private final SentEvents events;

    Returns(Holdings held, Book book, SentEvents events) {
        this.held = held;
        this.book = book;
        this.events = events;
    }

    ObjectNode refund(Request request) {
        var intent = held.get("payment_intent", request.form().path("payment_intent").asText());
        if (intent.path("latest_charge").isNull()) {
            throw StripeProblem.invalid(
                    null, "This PaymentIntent does not have a successful charge to refund.");
        }
        var charge = held.get("charge", intent.get("latest_charge").asText());
        var left = charge.get("amount_captured").asLong() - charge.get("amount_refunded").asLong();
        var amount = request.form().path("amount").asLong(left);
        if (amount > left) {
            throw StripeProblem.invalid(
                    left == 0 ? "charge_already_refunded" : null,
                    "Refund amount is greater than unrefunded amount on charge");
        }
        var refund = held.make("refund", "re");
        refund.put("amount", amount).put("currency", intent.get("currency").asText());
        refund.put("payment_intent", intent.get("id").asText());
        refund.put("charge", charge.get("id").asText()).put("status", "succeeded");
        refund.withObjectProperty("metadata").setAll(request.form().withObjectProperty("metadata"));
        var entry = enter("refund", refund, -amount);
        refund.put("balance_transaction", entry.get("id").asText());
        refunded(charge, amount);
        events.tell("refund.created", refund);
        events.tell("charge.refunded", charge);
        return refund;
    }

    void fail(String id) {
        var refund = held.get("refund", id);
        var amount = refund.get("amount").asLong();
        refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
        refund.put(
                "failure_balance_transaction",
                enter("refund_failure", refund, amount).get("id").asText());
        refunded(held.get("charge", refund.get("charge").asText()), -amount);
        events.tell("refund.updated", refund);
        events.tell("refund.failed", refund);
    }

    private ObjectNode enter(String type, ObjectNode of, long amount) {
        return book.enter(type, of.get("id").asText(), of.get("currency").asText(), amount, 0);
    }

    private static void refunded(ObjectNode charge, long amount) {
        var sum = charge.get("amount_refunded").asLong() + amount;
        charge.put("amount_refunded", sum);
        charge.put("refunded", sum == charge.get("amount").asLong());
    }

    ObjectNode dispute(String intentId, String status) {
        var intent = held.get("payment_intent", intentId);
        var charge = held.get("charge", intent.get("latest_charge").asText());
        charge.put("disputed", true);
        var dispute = held.make("dispute", "dp");
        dispute.put("amount", charge.get("amount_captured").asLong());
        dispute.put("currency", intent.get("currency").asText())
                .put("reason", "product_not_received");
        dispute.put("payment_intent", intentId).put("charge", charge.get("id").asText());
        dispute.put("status", status).putArray("balance_transactions");
        dispute.withObjectProperty("evidence_details").put("due_by", held.now() + 7 * DAY);
        events.tell("charge.dispute.created", dispute);
        if (!status.startsWith("warning")) {
            move(dispute, -dispute.get("amount").asLong(), DISPUTE_FEE);
            events.tell("charge.dispute.funds_withdrawn", dispute);
        }
        return dispute;
    }

    private void move(ObjectNode dispute, long amount, long fee) {
        var id = dispute.get("id").asText();
        var entry = book.enter("adjustment", id, dispute.get("currency").asText(), amount, fee);
        dispute.withArray("balance_transactions").add(entry.deepCopy());
    }

    ObjectNode answer(Request request) {
        var dispute = held.get("dispute", request.fromEnd(0));
        var text = request.form().path("evidence").path("uncategorized_text").asText();
        dispute.withObjectProperty("evidence").put("uncategorized_text", text);
        if ("true".equals(request.text("submit"))) {
            dispute.put("status", "under_review");
        }
        events.tell("charge.dispute.updated", dispute);
        return dispute;
    }

    ObjectNode close(ObjectNode dispute, String status) {
        if (!dispute.get("status").asText().matches("needs_response|under_review")) {
            throw StripeProblem.invalid(null, "This dispute is already closed");
        }
        dispute.put("status", status);
        if (status.equals("won")) {
            move(dispute, dispute.get("amount").asLong(), 0);
            events.tell("charge.dispute.funds_reinstated", dispute);
        }
        events.tell("charge.dispute.closed", dispute);
        return dispute;
    }
}
