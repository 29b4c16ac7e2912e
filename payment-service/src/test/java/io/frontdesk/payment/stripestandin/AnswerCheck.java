package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds an answer or an event to its published schema; a schema is prepared when first needed. */
final class AnswerCheck {
    private static final String HOME = "https://stripe.invalid/description.json";

    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry;

    AnswerCheck(PublishedApi api) {
        var copy = PublishedApi.JSON.createObjectNode();
        copy.set("components", api.description().get("components").deepCopy());
        copy.set("paths", api.description().get("paths").deepCopy());
        prepare(copy);
        var description = copy.toString();
        registry =
                SchemaRegistry.withDefaultDialect(
                        Dialects.getOpenApi30(),
                        builder -> builder.schemas(Map.of(HOME, description)));
    }

    List<String> problems(PublishedApi.Operation operation, int status, JsonNode answer) {
        var responses = operation.definition().path("responses");
        var response = responses.has(String.valueOf(status)) ? String.valueOf(status) : "default";
        var pointer =
                "/paths/"
                        + operation.template().replace("~", "~0").replace("/", "~1")
                        + "/"
                        + operation.method().toLowerCase(Locale.ROOT)
                        + "/responses/"
                        + response
                        + "/content/application~1json/schema";
        return problems(pointer, answer).stream()
                .map(problem -> operation.name() + " answers " + problem)
                .toList();
    }

    synchronized List<String> problems(String pointer, JsonNode answer) {
        var schema =
                schemas.computeIfAbsent(
                        pointer,
                        at -> registry.getSchema(SchemaLocation.of(HOME + "#" + encoded(at))));
        return schema.validate(answer).stream().map(Error::toString).toList();
    }

    /**
     * Stripe writes {@code nullable} beside an {@code anyOf} without a type, where OpenAPI 3.0
     * gives it no meaning, and means that null is one of the choices.
     */
    private static void prepare(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var own = object.properties().stream().map(Map.Entry::getKey).toList();
            own.stream().filter(name -> name.startsWith("x-")).forEach(object::remove);
            if (object.path("nullable").asBoolean()
                    && object.get("anyOf") instanceof ArrayNode any) {
                any.addObject()
                        .put("type", "object")
                        .put("nullable", true)
                        .putArray("enum")
                        .addNull();
            }
        }
        node.forEach(AnswerCheck::prepare);
    }

    private static String encoded(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }
}
