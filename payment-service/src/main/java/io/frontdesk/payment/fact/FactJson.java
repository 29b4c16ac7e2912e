package io.frontdesk.payment.fact;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts as JSON, for rows. */
@Component
public class FactJson {
    private static final Map<String, Class<?>> KINDS =
            Arrays.stream(Fact.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final JsonMapper json;

    public FactJson(JsonMapper json) {
        this.json = json;
    }

    private record Kept(String kind, JsonNode content) {}

    public String kind(Fact fact) {
        return fact.getClass().getSimpleName();
    }

    public JsonNode content(Fact fact) {
        return json.valueToTree(fact);
    }

    public Fact read(String kind, String content) {
        return read(kind, json.readTree(content));
    }

    public String writeAll(Collection<Fact> facts) {
        return json.writeValueAsString(
                facts.stream().map(fact -> new Kept(kind(fact), content(fact))).toList());
    }

    public List<Fact> readAll(String text) {
        return json.readValue(text, new TypeReference<List<Kept>>() {}).stream()
                .map(kept -> read(kept.kind(), kept.content()))
                .toList();
    }

    private Fact read(String kind, JsonNode content) {
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("There is no fact of kind " + kind);
        }
        return (Fact) json.treeToValue(content, type);
    }
}
