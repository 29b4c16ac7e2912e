package io.frontdesk.ragknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantIsolationTest extends KnowledgeApp {

    private static final String TEXT = "The secret recipe needs seven spices and patience.";

    private final UUID stranger = UUID.randomUUID();

    @Test
    void answersAForeignTenantAsIfNothingWereThere() {
        var base = newBase();
        var document = id(upload(base, "recipe.txt", TEXT));
        finished(document);

        assertThat(asStranger("GET", "/api/knowledge/bases/" + base, null)).isEqualTo(404);
        assertThat(asStranger("GET", "/api/knowledge/bases/" + base + "/documents", null))
                .isEqualTo(404);
        assertThat(asStranger("GET", "/api/knowledge/documents/" + document, null)).isEqualTo(404);
        assertThat(asStranger("DELETE", "/api/knowledge/documents/" + document, null))
                .isEqualTo(404);
        assertThat(
                        asStranger(
                                "POST",
                                "/api/knowledge/bases/" + base + "/documents",
                                "{\"title\":\"x\",\"text\":\"y\"}"))
                .isEqualTo(404);
        var inBase = "\"baseIds\":[\"" + base + "\"]}";
        assertThat(asStranger("POST", "/api/knowledge/search", "{\"query\":\"secret\"," + inBase))
                .isEqualTo(404);
        assertThat(
                        asStranger(
                                "POST",
                                "/api/knowledge/answers",
                                "{\"question\":\"secret\"," + inBase))
                .isEqualTo(404);
        assertThat(get("/api/knowledge/documents/" + document).status()).isEqualTo(200);
    }

    @Test
    void keepsTheSameDocumentOfTwoTenantsApart() {
        var mine = id(upload(newBase(), "recipe.txt", TEXT));
        finished(mine);
        var found = ask(stranger, "/api/knowledge/search", "{\"query\":\"secret recipe\"}");
        assertThat(found.json().get("hits")).isEmpty();
        var answer =
                ask(stranger, "/api/knowledge/answers", "{\"question\":\"secret recipe spices\"}");
        assertThat(answer.json().get("abstained").booleanValue()).isTrue();
        assertThat(ask(tenant, "/api/knowledge/search", "{\"query\":\"secret recipe\"}").body())
                .contains(mine.toString());
    }

    @Test
    void showsNothingForeignEvenIfTheIndexDoes() {
        finished(id(upload(newBase(), "recipe.txt", TEXT)));
        var own = ask(stranger, "/api/knowledge/bases", "{\"name\":\"empty\"}");
        assertThat(own.status()).isEqualTo(201);
        CORE.leaky.set(true);
        try {
            var found = ask(stranger, "/api/knowledge/search", "{\"query\":\"secret recipe\"}");
            assertThat(found.json().get("hits")).isEmpty();
            var mine = ask(tenant, "/api/knowledge/search", "{\"query\":\"secret recipe\"}");
            assertThat(mine.json().get("hits")).isNotEmpty();
        } finally {
            CORE.leaky.set(false);
        }
    }

    @Test
    void asksAnOperatorForATenant() {
        var answer =
                send(
                        TestTokens.operator(),
                        "POST",
                        "/api/knowledge/bases",
                        BodyPublishers.ofString("{\"name\":\"x\"}"),
                        "application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("tenant-required");
    }

    private int asStranger(
            String method, String path, @org.jspecify.annotations.Nullable String body) {
        return send(
                        TestTokens.owner(stranger),
                        method,
                        path,
                        body == null ? null : BodyPublishers.ofString(body),
                        "application/json")
                .status();
    }

    private Answer ask(UUID who, String path, String body) {
        return send(
                TestTokens.owner(who),
                "POST",
                path,
                BodyPublishers.ofString(body),
                "application/json");
    }
}
