package io.frontdesk.conversationalpayment.languagemodel;

import io.frontdesk.conversationalpayment.understanding.Intent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the model answers; none of it is believed before it is checked. */
record ModelReading(Intent intent, List<Item> items, @Nullable Sum amount, boolean suspicious) {

    record Item(UUID itemId, int quantity) {}

    record Sum(BigDecimal value, String written) {}

    /** The JSON schema of this record. */
    static final Map<String, Object> FORMAT =
            Map.of(
                    "type",
                    "json_schema",
                    "json_schema",
                    Map.of(
                            "name",
                            "reading",
                            "strict",
                            true,
                            "schema",
                            Map.of(
                                    "type",
                                    "object",
                                    "additionalProperties",
                                    false,
                                    "required",
                                    List.of("intent", "items", "amount", "suspicious"),
                                    "properties",
                                    properties())));

    private static Map<String, Object> properties() {
        var item =
                Map.of(
                        "type",
                        "object",
                        "additionalProperties",
                        false,
                        "required",
                        List.of("itemId", "quantity"),
                        "properties",
                        Map.of("itemId", type("string"), "quantity", type("integer")));
        var sum =
                Map.of(
                        "type",
                        List.of("object", "null"),
                        "additionalProperties",
                        false,
                        "required",
                        List.of("value", "written"),
                        "properties",
                        Map.of("value", type("number"), "written", type("string")));
        return Map.of(
                "intent",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(Intent.values()).map(Enum::name).toList()),
                "items",
                Map.of("type", "array", "items", item),
                "amount",
                sum,
                "suspicious",
                type("boolean"));
    }

    private static Map<String, Object> type(String name) {
        return Map.of("type", name);
    }
}
