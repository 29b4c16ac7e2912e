package io.frontdesk.test.contract;

import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One operation of an API.
 *
 * @param path with its variables in braces
 * @param method in capitals
 * @param definition the operation object of the OpenAPI document
 */
public record Operation(String path, String method, JsonNode definition) {
    /** The path with every variable replaced by a fresh id, which therefore nothing has. */
    public String pathToNothing() {
        return path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    public boolean takesJson() {
        return definition.at("/requestBody/content").has("application/json");
    }

    /** Whether it answers with a stream that ends when it likes, and with nothing else. */
    public boolean onlyStreams() {
        var content = definition.at("/responses/200/content");
        return content.has("text/event-stream") && content.size() == 1;
    }

    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
