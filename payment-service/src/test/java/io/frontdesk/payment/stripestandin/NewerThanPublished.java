package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Parameters of the API version that the client library speaks and the published description is too
 * old to know, each with where it is described. Everything else must be in the description.
 */
final class NewerThanPublished {
    private record Added(String operation, String pointer, String schema, String since) {}

    private static final String METADATA =
            "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}";

    private static final List<Added> PARAMETERS =
            List.of(
                    new Added(
                            "/v1/payment_intents/{intent}/capture",
                            "/properties/final_capture",
                            "{\"type\":\"boolean\"}",
                            "multicapture, 2023-10-16"),
                    new Added(
                            "/v1/payment_intents",
                            "/properties/payment_method_options/properties/card/anyOf/0/properties"
                                    + "/request_multicapture",
                            "{\"type\":\"string\",\"enum\":[\"if_available\",\"never\"]}",
                            "multicapture, 2023-10-16"),
                    new Added(
                            "/v1/payment_links",
                            "/properties/restrictions",
                            "{\"type\":\"object\",\"required\":[\"completed_sessions\"],"
                                    + "\"properties\":{\"completed_sessions\":{\"type\":\"object\","
                                    + "\"required\":[\"limit\"],"
                                    + "\"properties\":{\"limit\":{\"type\":\"integer\"}}}}}",
                            "limits of payment links, 2023-10-16"),
                    new Added(
                            "/v1/payment_links",
                            "/properties/payment_intent_data/properties/metadata",
                            METADATA,
                            "metadata of payment links' payments, 2023-10-16"),
                    new Added(
                            "/v1/payment_links",
                            "/properties/payment_intent_data/properties/description",
                            "{\"type\":\"string\"}",
                            "descriptions of payment links' payments, 2023-10-16"),
                    new Added(
                            "/v1/payment_links",
                            "/properties/line_items/items/properties/price_data",
                            "{\"type\":\"object\",\"required\":[\"currency\"],\"properties\":{"
                                    + "\"currency\":{\"type\":\"string\"},"
                                    + "\"unit_amount\":{\"type\":\"integer\"},"
                                    + "\"product_data\":{\"type\":\"object\",\"required\":[\"name\"],"
                                    + "\"properties\":{\"name\":{\"type\":\"string\"}}}}}",
                            "prices made with the payment link, 2025-03-31"));

    private NewerThanPublished() {}

    static void addTo(ObjectNode description) {
        for (var added : PARAMETERS) {
            var schema = (ObjectNode) form(description, added.operation());
            var slash = added.pointer().lastIndexOf('/');
            var parent = (ObjectNode) schema.at(added.pointer().substring(0, slash));
            var name = added.pointer().substring(slash + 1);
            if (!parent.has(name)) {
                parent.set(name, parsed(added.schema()));
            }
        }
        // With a price made on the spot, the one made before is no longer required.
        var item =
                (ObjectNode)
                        form(description, "/v1/payment_links").at("/properties/line_items/items");
        ((ArrayNode) item.get("required")).removeAll().add("quantity");
        var visits = (ArrayNode) description.at("/paths/~1v1~1checkout~1sessions/get/parameters");
        visits.add(
                parsed(
                        "{\"in\":\"query\",\"name\":\"payment_link\",\"schema\":{\"type\":\"string\"}}"));
    }

    private static JsonNode form(ObjectNode description, String path) {
        return description
                .path("paths")
                .path(path)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/x-www-form-urlencoded")
                .path("schema");
    }

    private static JsonNode parsed(String json) {
        try {
            return PublishedApi.JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
