package io.frontdesk.ragknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.archive.ArchiveHttp;
import io.frontdesk.ragknowledge.override.Overrides;
import io.frontdesk.ragknowledge.unanswered.UnansweredQuestions;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

class CurationIsolationTest extends KnowledgeApp {

    private static final String OVERRIDES = "/api/knowledge/overrides";
    private static final String UNANSWERED = "/api/knowledge/unanswered";
    private static final String ENTRY = "{\"question\":\"Secret?\",\"answer\":\"Seven spices\"}";

    @Autowired private Overrides overrides;
    @Autowired private UnansweredQuestions unanswered;
    @Autowired private Tenancy tenancy;
    @LocalServerPort private int port;

    private final UUID stranger = UUID.randomUUID();

    @Test
    void hidesCuratedAnswers() {
        var id = id(post(OVERRIDES, ENTRY));
        assertThat(status("GET", OVERRIDES + "/" + id, null)).isEqualTo(404);
        assertThat(status("PUT", OVERRIDES + "/" + id, ENTRY)).isEqualTo(404);
        assertThat(status("DELETE", OVERRIDES + "/" + id, null)).isEqualTo(404);
        assertThat(body(OVERRIDES)).doesNotContain("Seven");
        assertThat(body(OVERRIDES + "?q=seven&cursor=" + id)).doesNotContain("Seven");
        assertThat(tenancy.as(stranger, () -> overrides.match("Secret?", List.of()))).isEmpty();
        var foreign = ENTRY.replace("}", ",\"baseIds\":[\"" + newBase() + "\"]}");
        assertThat(status("POST", OVERRIDES, foreign)).isEqualTo(404);
        assertThat(get(OVERRIDES + "/" + id).json().get("version").intValue()).isEqualTo(1);
    }

    @Test
    void hidesUnansweredQuestions() {
        tenancy.as(tenant, () -> unanswered.add("Secret?", List.of(), List.of(), "no-support"));
        var id = get(UNANSWERED).json().at("/items/0/id").stringValue();
        assertThat(status("GET", UNANSWERED + "/" + id, null)).isEqualTo(404);
        assertThat(status("POST", UNANSWERED + "/" + id + "/answer", "{\"answer\":\"x\"}"))
                .isEqualTo(404);
        assertThat(status("POST", UNANSWERED + "/" + id + "/dismissal", "{}")).isEqualTo(404);
        assertThat(body(UNANSWERED)).doesNotContain("Secret");
        assertThat(body(UNANSWERED + "?sort=mostAsked&cursor=" + id)).doesNotContain("Secret");
        tenancy.as(stranger, () -> unanswered.add("Secret?", List.of(), List.of(), "no-support"));
        assertThat(get(UNANSWERED + "/" + id).json().get("times").intValue()).isEqualTo(1);
    }

    @Test
    void countsTheOwnUsageAlone() {
        upload(newBase(), "a.txt", "Text.");
        assertThat(body("/knowledge/usage")).contains("\"documents\":0", "\"bases\":0");
        assertThat(body("/api/knowledge/usage")).contains("\"documents\":0");
        assertThat(body("/api/knowledge/policy")).doesNotContain("version");
    }

    @Test
    void hidesArchivesAndErasures() throws Exception {
        upload(newBase(), "a.txt", "Seven spices.");
        var archives = new ArchiveHttp(port);
        var entries = ArchiveHttp.entries(archives.download(stranger).body());
        assertThat(entries.keySet()).noneMatch(name -> name.startsWith("documents/"));
        var accepted = archives.send(tenant, archives.download(tenant).body()).body();
        var job = new JsonMapper().readTree(accepted).get("id").stringValue();
        assertThat(status("GET", "/knowledge/archive/imports/" + job, null)).isEqualTo(404);

        var begun =
                send(TestTokens.service(stranger), "POST", "/knowledge/erasures", none(), "a/b");
        var receipt = "/knowledge/erasures/" + id(begun);
        assertThat(send(TestTokens.service(tenant), "GET", receipt, null, "a/b").status())
                .isEqualTo(404);
        assertThat(get("/api/knowledge/bases").json().get("items")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/knowledge/overrides",
        "POST,/api/knowledge/overrides",
        "GET,/api/knowledge/unanswered",
        "GET,/api/knowledge/usage",
        "GET,/api/knowledge/policy",
        "GET,/knowledge/usage",
        "GET,/knowledge/archive",
        "POST,/knowledge/archive",
        "POST,/knowledge/erasures"
    })
    void isNotForVisitorsNorWithoutATenant(String method, String path) {
        var type = path.equals("/knowledge/archive") ? "application/zip" : "application/json";
        var content = method.equals("POST") ? BodyPublishers.ofString(ENTRY) : null;
        assertThat(send(TestTokens.visitor(tenant), method, path, content, type).status())
                .isEqualTo(403);
        var nobody = send(TestTokens.operator(), method, path, content, type);
        if (nobody.status() == 200) {
            assertThat(nobody.json().get("items")).isEmpty();
        } else {
            assertThat(nobody.status()).isEqualTo(400);
            assertThat(nobody.body()).contains("tenant-required");
        }
    }

    private static java.net.http.HttpRequest.BodyPublisher none() {
        return BodyPublishers.noBody();
    }

    private int status(String method, String path, @Nullable String body) {
        var content = body == null ? null : BodyPublishers.ofString(body);
        var token = TestTokens.owner(stranger);
        return send(token, method, path, content, "application/json").status();
    }

    private String body(String path) {
        return send(TestTokens.owner(stranger), "GET", path, null, "application/json").body();
    }
}
