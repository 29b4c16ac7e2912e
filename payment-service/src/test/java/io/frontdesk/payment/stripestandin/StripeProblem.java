package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An error as Stripe tells it. */
final class StripeProblem extends RuntimeException {
    private final int status;
    private final transient ObjectNode body;

    StripeProblem(int status, String type, @Nullable String code, String message) {
        super(message);
        this.status = status;
        this.body = PublishedApi.JSON.createObjectNode();
        var error = body.putObject("error").put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code);
        }
    }

    static StripeProblem invalid(@Nullable String code, String message) {
        return new StripeProblem(400, "invalid_request_error", code, message);
    }

    static StripeProblem missing(String kind, String id) {
        return new StripeProblem(
                404,
                "invalid_request_error",
                "resource_missing",
                "No such " + kind + ": '" + id + "'");
    }

    ObjectNode error() {
        return (ObjectNode) body.get("error");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        return body;
    }
}
