package io.frontdesk.ragknowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.ingestion.Reingestion;
import io.frontdesk.starter.tenancy.Tenancy;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class VersionsTest extends KnowledgeApp {

    @Autowired private Reingestion reingestion;
    @Autowired private Tenancy tenancy;

    @BeforeEach
    void clear() {
        WEB.clear();
    }

    @AfterEach
    void recover() {
        CORE.patience.set(-1);
        WEB.clear();
    }

    @Test
    void keepsTheOldVersionSearchableUntilTheNewOneIsReady() {
        var document = id(upload(newBase(), "prices.md", "# Prices\n\nA lesson costs forty."));
        finished(document);
        CORE.patience.set(0);
        var next = put(content(document), "{\"text\":\"# Prices\\n\\nA lesson costs fifty.\"}");
        assertThat(next.status()).isEqualTo(202);
        assertThat(next.json().get("status").stringValue()).isEqualTo("queued");
        assertThat(hits("lesson")).contains("forty").doesNotContain("fifty");

        CORE.patience.set(-1);
        var ready = finished(document);
        assertThat(ready.get("version").intValue()).isEqualTo(2);
        assertThat(ready.get("searchableVersion").intValue()).isEqualTo(2);
        assertThat(ready.get("source").get("kind").stringValue()).isEqualTo("upload");
        assertThat(hits("lesson")).contains("fifty").doesNotContain("forty");
        assertThat(
                        put(content(document), "{\"text\":\"# Prices\\n\\nA lesson costs fifty.\"}")
                                .status())
                .as("the same again")
                .isEqualTo(200);
    }

    @Test
    void leavesTheOldVersionWhenTheNewOneFails() {
        var document = id(upload(newBase(), "prices.md", "# Prices\n\nA lesson costs forty."));
        finished(document);
        assertThat(put(content(document), "{\"text\":\" ... --- \"}").status()).isEqualTo(202);
        var failed = finished(document);
        assertThat(failed.get("status").stringValue()).isEqualTo("failed");
        assertThat(failed.get("problem").get("type").stringValue()).endsWith("has-no-text");
        assertThat(failed.get("searchableVersion").intValue()).isEqualTo(1);
        assertThat(hits("lesson")).contains("forty");

        assertThat(
                        post("/api/knowledge/documents/" + document + "/versions/1/restoration", "")
                                .status())
                .isEqualTo(202);
        assertThat(finished(document).get("version").intValue()).isEqualTo(3);
        assertThat(hits("lesson")).contains("forty");
    }

    @Test
    void putsTheOldVersionBackWhenTheNewOneFailsHalfWay() {
        var document = id(upload(newBase(), "long.md", sections("old", 40)));
        finished(document);
        CORE.rejectAfter.set(1);
        assertThat(upload(document, sections("new", 80)).status()).isEqualTo(202);
        var failed = finished(document);
        assertThat(failed.get("problem").get("type").stringValue()).endsWith("document-rejected");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(hits("section")).contains("old").doesNotContain("new ");
                    assertThat(CORE.ordinals(document)).hasSize(40);
                });
        assertThat(get("/api/knowledge/documents/" + document).body())
                .contains("document-rejected");
    }

    @Test
    void keepsOnlySoManyVersionsAndGivesThemBack() {
        var document = id(upload(newBase(), "n.txt", "This is number 1 of many."));
        finished(document);
        for (int i = 2; i <= 12; i++) {
            put(content(document), "{\"text\":\"This is number " + i + " of many.\"}");
            finished(document);
        }
        var versions = get("/api/knowledge/documents/" + document + "/versions").json();
        assertThat(versions).hasSize(10);
        assertThat(versions.get(0).get("version").intValue()).isEqualTo(12);
        assertThat(get(content(document)).body()).isEqualTo("This is number 12 of many.");
        assertThat(get(content(document) + "?version=5").body()).contains("number 5");
        assertThat(get(content(document) + "?version=1").status()).isEqualTo(404);
    }

    @Test
    void fetchesAWebAddressAndTakesUpItsChanges() {
        WEB.page("/hours", "<title>Our hours</title><main><p>We open at nine daily.</p></main>");
        var path = "/api/knowledge/bases/" + newBase() + "/documents";
        var body = "{\"url\":\"" + WEB.url("/hours") + "#top\"}";
        var document = id(post(path, body));
        var ready = finished(document);
        assertThat(ready.get("title").stringValue()).isEqualTo("Our hours");
        assertThat(ready.get("source").get("kind").stringValue()).isEqualTo("url");
        assertThat(ready.get("source").get("url").stringValue()).isEqualTo(WEB.url("/hours"));
        assertThat(ready.get("version").intValue()).isEqualTo(1);

        assertThat(id(post(path, body))).isEqualTo(document);
        assertThat(finished(document).get("version").intValue()).as("unchanged").isEqualTo(1);
        WEB.page("/hours", "<title>Our hours</title><main><p>We open at ten daily.</p></main>");
        post(path, body);
        assertThat(finished(document).get("version").intValue()).isEqualTo(2);
        assertThat(hits("daily")).contains("ten").doesNotContain("nine");
        assertThat(put(content(document), "{\"text\":\"x\"}").body()).contains("follows-the-web");
    }

    @Test
    void saysWhyAnAddressCouldNotBeFetched() {
        var path = "/api/knowledge/bases/" + newBase() + "/documents";
        WEB.status("/away", 302, java.util.Map.of("Location", "http://169.254.169.254/"));
        var gone = id(post(path, "{\"url\":\"" + WEB.url("/missing") + "\"}"));
        var away = id(post(path, "{\"url\":\"" + WEB.url("/away") + "\"}"));
        assertThat(finished(gone).get("problem").get("type").stringValue()).endsWith("fetch-gone");
        assertThat(finished(away).get("problem").get("type").stringValue())
                .endsWith("address-refused");
        assertThat(post(path, "{\"url\":\"http://10.0.0.1/\"}").status()).isEqualTo(422);
    }

    @Test
    void readsADocumentAgainWhileItStaysSearchable() {
        var document = id(upload(newBase(), "a.md", "# Parking\n\nParking is behind the house."));
        finished(document);
        CORE.patience.set(0);
        tenancy.as(tenant, () -> reingestion.queue(document));
        assertThat(hits("parking")).contains("behind the house");
        CORE.patience.set(-1);
        assertThat(finished(document).get("version").intValue()).isEqualTo(1);
    }

    private Answer upload(UUID document, String text) {
        var json =
                new tools.jackson.databind.json.JsonMapper()
                        .writeValueAsString(java.util.Map.of("text", text));
        return put(content(document), json);
    }

    private String hits(String word) {
        return post("/api/knowledge/search", "{\"query\":\"" + word + "\"}").body();
    }

    private static String content(UUID document) {
        return "/api/knowledge/documents/" + document + "/content";
    }

    private static String sections(String mark, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "## Part " + i + "\n\nText " + mark + " of section " + i + ".\n\n")
                .collect(Collectors.joining());
    }
}
