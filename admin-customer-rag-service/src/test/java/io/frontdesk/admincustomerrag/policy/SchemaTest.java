package io.frontdesk.admincustomerrag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.admincustomerrag.AdminApp;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemaTest extends AdminApp {

    @Test
    void describesEveryFieldAndItsDefault() {
        var schema = get(rag + "/configuration/schema");
        assertThat(schema.status()).isEqualTo(200);
        compare("", get(rag + "/configuration").json(), schema.json());
    }

    private static void compare(String path, JsonNode shown, JsonNode schema) {
        if (!shown.isObject() || !schema.has("properties")) {
            var usual = schema.path("default");
            if (!usual.isMissingNode()) {
                assertThat(shown).as(path).isEqualTo(usual);
            }
            return;
        }
        var described = new TreeSet<>(schema.get("properties").propertyNames());
        described.remove("comment");
        assertThat(new TreeSet<>(shown.propertyNames())).as(path).isEqualTo(described);
        for (var name : shown.propertyNames()) {
            compare(path + "." + name, shown.get(name), schema.get("properties").get(name));
        }
    }
}
