package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Customers and the methods of payment that they keep. */
final class Customers {
    private final Holdings held;

    Customers(Holdings held) {
        this.held = held;
    }

    ObjectNode create(Request request) {
        var customer = held.make("customer", "cus");
        customer.putNull("discount");
        Intents.copyText(request.form(), customer, "name");
        Intents.copyText(request.form(), customer, "email");
        return customer;
    }

    ObjectNode delete(Request request) {
        var id = request.fromEnd(0);
        held.get("customer", id);
        held.forget(id);
        return PublishedApi.JSON
                .createObjectNode()
                .put("id", id)
                .put("object", "customer")
                .put("deleted", true);
    }

    ObjectNode attach(Request request) {
        var customer = request.form().path("customer").asText();
        held.get("customer", customer);
        var token = request.fromEnd(1);
        if (!Cards.known(token)) {
            throw StripeProblem.missing("PaymentMethod", token);
        }
        var method = held.make("payment_method", "pm");
        method.put("type", "card").put("customer", customer);
        method.withObjectProperty("card")
                .put("brand", "visa")
                .put("last4", "4242")
                .put("exp_month", 12)
                .put("exp_year", 2031);
        return method;
    }

    ObjectNode detach(Request request) {
        var method = held.get("payment_method", request.fromEnd(1));
        if (method.path("customer").isNull()) {
            throw StripeProblem.invalid(
                    null,
                    "The payment method you provided is not attached to a customer so detachment"
                            + " is impossible.");
        }
        return method.putNull("customer");
    }

    ObjectNode methods(Request request) {
        var customer = request.fromEnd(1);
        held.get("customer", customer);
        return held.list(
                "payment_method",
                request,
                method -> customer.equals(method.path("customer").asText()));
    }
}
