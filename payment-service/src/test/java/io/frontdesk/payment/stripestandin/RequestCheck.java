package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Holds a request to its operation's published parameters: known, complete, and of their kind. */
final class RequestCheck {
    private RequestCheck() {}

    static List<String> problems(PublishedApi.Operation operation, JsonNode form) {
        var problems = new ArrayList<String>();
        object(operation.parameters(), form, "", problems);
        return problems.stream().map(problem -> operation.name() + ": " + problem).toList();
    }

    private static void value(JsonNode schema, JsonNode given, String at, List<String> problems) {
        if (schema.has("anyOf")) {
            anyOf(schema.get("anyOf"), given, at, problems);
            return;
        }
        switch (schema.path("type").asText("object")) {
            case "object" -> object(schema, given, at, problems);
            case "array" -> array(schema, given, at, problems);
            case "integer" -> scalar(given, "-?[0-9]+", "a whole number", at, problems);
            case "number" -> scalar(given, "-?[0-9]+(\\.[0-9]+)?", "a number", at, problems);
            case "boolean" -> scalar(given, "true|false", "true or false", at, problems);
            default -> text(schema, given, at, problems);
        }
    }

    private static void anyOf(JsonNode choices, JsonNode given, String at, List<String> problems) {
        List<String> fewest = null;
        for (var choice : choices) {
            var own = new ArrayList<String>();
            value(choice, given, at, own);
            if (fewest == null || own.size() < fewest.size()) {
                fewest = own;
            }
        }
        problems.addAll(fewest == null ? List.of() : fewest);
    }

    private static void object(JsonNode schema, JsonNode given, String at, List<String> problems) {
        if (!given.isObject()) {
            problems.add(at + " is no object");
            return;
        }
        var properties = schema.path("properties");
        var others = schema.path("additionalProperties");
        given.properties()
                .forEach(entry -> {
                    var name = at.isEmpty() ? entry.getKey() : at + "." + entry.getKey();
                    if (properties.has(entry.getKey())) {
                        value(properties.get(entry.getKey()), entry.getValue(), name, problems);
                    } else if (others.isObject()) {
                        value(others, entry.getValue(), name, problems);
                    } else {
                        problems.add(name + " is no parameter");
                    }
                });
        for (var required : schema.path("required")) {
            if (!given.has(required.asText())) {
                problems.add(at + " lacks " + required.asText());
            }
        }
    }

    private static void array(JsonNode schema, JsonNode given, String at, List<String> problems) {
        var numbered =
                given.isObject()
                        && given.properties().stream()
                                .allMatch(entry -> entry.getKey().matches("[0-9]+"));
        if (!numbered) {
            problems.add(at + " is no list");
            return;
        }
        given.forEach(item -> value(schema.path("items"), item, at + "[]", problems));
    }

    private static void text(JsonNode schema, JsonNode given, String at, List<String> problems) {
        scalar(given, "(?s).*", "text", at, problems);
        var words = schema.path("enum");
        if (words.isArray()
                && StreamSupport.stream(words.spliterator(), false)
                        .noneMatch(word -> word.asText().equals(given.asText()))) {
            problems.add(at + " is none of " + words);
        }
        if (given.asText().length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            problems.add(at + " is too long");
        }
    }

    private static void scalar(
            JsonNode given, String form, String kind, String at, List<String> problems) {
        if (!given.isTextual() || !given.asText().matches(form)) {
            problems.add(at + " is not " + kind + ": " + given);
        }
    }
}
