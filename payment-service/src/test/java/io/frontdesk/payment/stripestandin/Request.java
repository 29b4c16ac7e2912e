package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A request as the stand-in's parts see it.
 *
 * @param form body or query
 */
record Request(
        String method,
        String path,
        ObjectNode form,
        @Nullable String idempotencyKey,
        String apiKey) {
    @Nullable String text(String name) {
        return form.has(name) ? form.get(name).asText() : null;
    }

    /** A segment of the path, counted from the end. */
    String fromEnd(int back) {
        var segments = path.split("/", -1);
        return segments[segments.length - 1 - back];
    }

    /** A list in a form is an object of numbers. */
    JsonNode expand() {
        return form.path("expand");
    }
}
