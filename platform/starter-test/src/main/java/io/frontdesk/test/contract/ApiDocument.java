package io.frontdesk.test.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI 3.1 document, read for its operations. */
public record ApiDocument(JsonNode json) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    public static ApiDocument parse(String text) {
        return new ApiDocument(new JsonMapper().readTree(text));
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : json.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(
                            new Operation(
                                    path.getKey(),
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    method.getValue()));
                }
            }
        }
        return operations;
    }

    /** What keeps it from being a usable OpenAPI 3.1 document; empty when nothing does. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        if (!json.path("openapi").asString("").startsWith("3.1")) {
            faults.add("openapi is " + json.path("openapi") + " instead of 3.1");
        }
        for (var field : List.of("/info/title", "/info/version")) {
            if (json.at(field).asString("").isBlank()) {
                faults.add(field + " is missing");
            }
        }
        if (!json.path("paths").isObject()) {
            faults.add("/paths is missing");
        }
        var ids = new TreeSet<String>();
        for (var operation : operations()) {
            if (!ids.add(operation.definition().path("operationId").asString(""))) {
                faults.add(operation + " has no operationId of its own");
            }
            if (operation.definition().path("responses").isEmpty()) {
                faults.add(operation + " answers nothing");
            }
        }
        json.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith("#"))
                .filter(reference -> json.at(reference.substring(1)).isMissingNode())
                .forEach(reference -> faults.add(reference + " leads nowhere"));
        return faults;
    }
}
