package io.frontdesk.ragknowledge.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesIsolationTest extends KnowledgeApp {

    private static final String SETTINGS = "{\"maxPages\":1,\"maxDepth\":1}";

    @ParameterizedTest
    @CsvSource({
        "GET, websites/{site}",
        "GET, websites/{site}/pages",
        "POST, websites/{site}/crawls",
        "PUT, websites/{site}",
        "DELETE, websites/{site}",
        "GET, bases/{base}/websites",
        "POST, bases/{base}/websites",
        "GET, documents/{document}/versions",
        "GET, documents/{document}/content",
        "PUT, documents/{document}/content",
        "POST, documents/{document}/versions/1/restoration"
    })
    void answersAForeignTenantAsIfNothingWereThere(String method, String path) {
        WEB.clear();
        var base = newBase();
        var site = id(post("/api/knowledge/bases/" + base + "/websites", start()));
        var document = id(upload(base, "a.txt", "The secret recipe needs seven spices."));
        finished(document);
        var filled =
                "/api/knowledge/"
                        + path.replace("{site}", site.toString())
                                .replace("{base}", base.toString())
                                .replace("{document}", document.toString());
        var body =
                path.endsWith("content")
                        ? "{\"text\":\"mine\"}"
                        : method.equals("PUT") ? SETTINGS : start();
        var answer =
                send(
                        TestTokens.owner(UUID.randomUUID()),
                        method,
                        filled,
                        method.matches("GET|DELETE") ? null : BodyPublishers.ofString(body),
                        "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("spices");
        assertThat(get("/api/knowledge/websites/" + site).status()).isEqualTo(200);
        assertThat(get("/api/knowledge/documents/" + document).json().get("version").intValue())
                .isEqualTo(1);
    }

    @Test
    void asksAnOperatorForATenant() {
        var base = newBase();
        var answer =
                send(
                        TestTokens.operator(),
                        "POST",
                        "/api/knowledge/bases/" + base + "/websites",
                        BodyPublishers.ofString(start()),
                        "application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("tenant-required");
    }

    private static String start() {
        return "{\"url\":\"" + WEB.url("/isolated") + "\"}";
    }
}
