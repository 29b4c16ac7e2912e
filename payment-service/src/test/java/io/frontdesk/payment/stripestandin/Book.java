package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The balance transactions of an account. */
final class Book {
    private final Holdings held;

    Book(Holdings held) {
        this.held = held;
    }

    static long fee(long amount) {
        return amount * 14 / 1000 + 25;
    }

    ObjectNode enter(String type, String source, String currency, long amount, long fee) {
        var entry = held.make("balance_transaction", "txn");
        entry.put("type", type).put("reporting_category", type).put("source", source);
        entry.put("amount", amount).put("fee", fee).put("net", amount - fee);
        entry.put("currency", currency).put("available_on", held.now());
        return entry;
    }

    ObjectNode list(Request request) {
        var source = request.text("source");
        return held.list(
                "balance_transaction",
                request,
                entry -> source == null || source.equals(entry.path("source").asText()));
    }

    ObjectNode balance(Request request) {
        var balance = PublishedApi.JSON.createObjectNode().put("object", "balance");
        balance.put("livemode", request.apiKey().contains("_live_"));
        for (var part : new String[] {"available", "pending"}) {
            var amount = balance.putArray(part).addObject().put("amount", 0).put("currency", "eur");
            amount.putObject("source_types").put("card", 0);
        }
        return balance;
    }
}
