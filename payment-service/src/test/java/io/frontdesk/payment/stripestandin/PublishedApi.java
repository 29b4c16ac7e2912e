package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.frontdesk.test.need.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Stripe's published description of its API and its example held, which lie beside the checkout.
 */
public final class PublishedApi {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("../../shared/provider-apis/stripe");
    private static final Path DESCRIPTION = ROOT.resolve("spec3-2023-08-16.yaml");
    private static final Path EXAMPLES = ROOT.resolve("fixtures3.json");

    private final ObjectNode description;
    private final JsonNode examples;
    private final List<Operation> operations;

    /** An operation by its method and path, for example {@code POST /v1/refunds}. */
    record Operation(String method, String template, Pattern path, JsonNode definition) {
        String name() {
            return method + " " + template;
        }

        /** What it takes as one object, whether in the body or behind the question mark. */
        JsonNode parameters() {
            var body =
                    definition
                            .path("requestBody")
                            .path("content")
                            .path("application/x-www-form-urlencoded")
                            .path("schema");
            if (!method.equals("GET")) {
                return body;
            }
            var schema = JSON.createObjectNode();
            var properties = schema.putObject("properties");
            for (var parameter : definition.path("parameters")) {
                if (parameter.path("in").asText().equals("query")) {
                    properties.set(parameter.path("name").asText(), parameter.path("schema"));
                }
            }
            return schema;
        }
    }

    private static final class Loaded {
        static final PublishedApi API = new PublishedApi();
        static final AnswerCheck ANSWERS = new AnswerCheck(API);
    }

    private PublishedApi() {
        description = (ObjectNode) read(DESCRIPTION, yaml());
        NewerThanPublished.addTo(description);
        examples = read(EXAMPLES, JSON).path("resources");
        operations =
                description.path("paths").properties().stream()
                        .flatMap(path ->
                                path.getValue().properties().stream()
                                        .map(operation ->
                                                operation(
                                                        path.getKey(),
                                                        operation.getKey(),
                                                        operation.getValue())))
                        .toList();
    }

    /** The API; the test is skipped, saying so, where its description is missing. */
    public static PublishedApi get() {
        Need.of(
                Files.exists(DESCRIPTION) && Files.exists(EXAMPLES),
                "Stripe's published API is missing: " + ROOT.toAbsolutePath().normalize());
        return Loaded.API;
    }

    AnswerCheck answers() {
        return Loaded.ANSWERS;
    }

    ObjectNode description() {
        return description;
    }

    ObjectNode example(String kind) {
        var found = examples.path(kind);
        if (!found.isObject()) {
            throw new IllegalArgumentException("Stripe gives no example of " + kind);
        }
        return found.deepCopy();
    }

    Operation operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.path().matcher(path).matches())
                .min(PublishedApi::fewerPlaceholders)
                .orElseThrow(
                        () -> new IllegalArgumentException("No operation " + method + " " + path));
    }

    private static int fewerPlaceholders(Operation one, Operation other) {
        return Long.compare(
                one.template().chars().filter(c -> c == '{').count(),
                other.template().chars().filter(c -> c == '{').count());
    }

    private static Operation operation(String template, String method, JsonNode definition) {
        var path = Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
        return new Operation(method.toUpperCase(Locale.ROOT), template, path, definition);
    }

    private static ObjectMapper yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(50_000_000);
        return new ObjectMapper(YAMLFactory.builder().loaderOptions(options).build());
    }

    private static JsonNode read(Path file, ObjectMapper mapper) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
