package io.frontdesk.ragknowledge.holding;

import io.frontdesk.ragknowledge.archive.InvalidArchive;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads things of an archive as records whose constraints they keep; unknown fields are ignored.
 */
@Component
public class ItemReader {

    private final JsonMapper json;
    private final Validator validator;

    ItemReader(JsonMapper json, Validator validator) {
        this.json =
                json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.validator = validator;
    }

    public <T> T read(String entry, JsonNode node, Class<T> type) {
        T item;
        try {
            item = json.treeToValue(node, type);
        } catch (JacksonException unreadable) {
            throw new InvalidArchive("A thing in " + entry + " cannot be read.");
        }
        if (item == null) {
            throw new InvalidArchive("A thing in " + entry + " is null.");
        }
        for (var breach : validator.validate(item)) {
            throw new InvalidArchive(
                    "In %s, %s %s."
                            .formatted(entry, breach.getPropertyPath(), breach.getMessage()));
        }
        return item;
    }
}
