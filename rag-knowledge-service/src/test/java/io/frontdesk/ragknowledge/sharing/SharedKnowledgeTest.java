package io.frontdesk.ragknowledge.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.PlatformApp;
import io.frontdesk.ragknowledge.specialist.Specialists;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SharedKnowledgeTest extends PlatformApp {

    private static final String TEXT = "Fluoride varnish protects milk teeth for six months.";
    private static final String BASES = "/api/knowledge/bases";

    @Autowired private Specialists specialists;
    @Autowired private Tenancy tenancy;

    @AfterEach
    void recover() {
        CORE.whileSearching.set(_ -> {});
        CORE.leaky.set(false);
    }

    @Test
    void letsATenantFindWhatIsSharedWithIt() {
        var shelf = shelfWith("Fluoride", TEXT);
        assertThat(hits("fluoride varnish")).isEmpty();
        share(shelf, tenant);
        assertThat(hits("fluoride varnish")).hasSize(1);
        var answer =
                post(
                        "/api/knowledge/answers",
                        "{\"question\":\"What does fluoride varnish protect?\"}");
        assertThat(answer.json().get("answer").stringValue()).isEqualTo(TEXT);
        assertThat(searchIn(shelf).status()).isEqualTo(200);

        var listed = get(BASES).json().get("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("shared").booleanValue()).isTrue();
        assertThat(get(BASES + "/" + shelf).json().get("shared").booleanValue()).isTrue();
        var own = newBase();
        assertThat(get(BASES + "/" + own).json().get("shared").booleanValue()).isFalse();
        assertThat(get(BASES).json().get("items")).hasSize(2);
        var page = get(BASES + "?limit=1").json();
        assertThat(page.get("items").get(0).get("id").stringValue()).isEqualTo(own.toString());
        var next = get(BASES + "?limit=1&cursor=" + page.get("nextCursor").stringValue()).json();
        assertThat(next.get("items").get(0).get("id").stringValue()).isEqualTo(shelf.toString());
    }

    @Test
    void takesItBackAtOnce() {
        var shelf = shelfWith("Fluoride", TEXT);
        share(shelf, tenant);
        assertThat(hits("fluoride varnish")).hasSize(1);
        revoke(shelf, tenant);
        assertThat(hits("fluoride varnish")).isEmpty();
        assertThat(searchIn(shelf).status()).isEqualTo(404);
        assertThat(get(BASES + "/" + shelf).status()).isEqualTo(404);
        assertThat(get(BASES).json().get("items")).isEmpty();
    }

    @Test
    void showsNothingThatIsTakenBackDuringTheSearch() {
        var shelf = shelfWith("Fluoride", TEXT);
        share(shelf, tenant);
        CORE.whileSearching.set(bases -> {
            if (bases.contains(shelf)) {
                revoke(shelf, tenant);
            }
        });
        assertThat(hits("fluoride varnish")).isEmpty();
    }

    @Test
    void sharesWithEveryoneAndWithThoseNamed() {
        var shelf = shelfWith("Fluoride", TEXT);
        var everyone = SHELVES + "/" + shelf + "/everyone";
        share(shelf, UUID.randomUUID());
        assertThat(hits("fluoride varnish")).isEmpty();
        assertThat(operator("PUT", everyone, null).status()).isEqualTo(204);
        assertThat(hits("fluoride varnish")).hasSize(1);
        var readers = operator("GET", SHELVES + "/" + shelf + "/tenants", null).json();
        assertThat(readers.get("everyone").booleanValue()).isTrue();
        assertThat(readers.get("items")).hasSize(1);
        share(shelf, tenant);
        assertThat(operator("DELETE", everyone, null).status()).isEqualTo(204);
        assertThat(hits("fluoride varnish")).as("still named").hasSize(1);
        revoke(shelf, tenant);
        assertThat(hits("fluoride varnish")).isEmpty();
    }

    @Test
    void prefersWhatTheTenantSaysItself() {
        var shelf = shelfWith("Fluoride", TEXT);
        share(shelf, tenant);
        var own = newBase();
        finished(id(upload(own, "ours.txt", "Our fluoride varnish lasts for three months.")));
        var found = hits("fluoride varnish");
        assertThat(found).hasSize(2);
        assertThat(found.get(0).get("text").stringValue()).startsWith("Our fluoride");
    }

    @Test
    void lendsForReadingOnly() {
        var shelf = newShelf();
        var document = write(shelf, "Fluoride", TEXT);
        share(shelf, tenant);
        var path = BASES + "/" + shelf + "/documents";
        assertThat(post(path, "{\"title\":\"x\",\"text\":\"y\"}").status()).isEqualTo(404);
        assertThat(upload(shelf, "x.txt", "y").status()).isEqualTo(404);
        assertThat(delete("/api/knowledge/documents/" + document).status()).isEqualTo(404);
        assertThat(hits("fluoride varnish")).hasSize(1);
        assertThat(get("/api/knowledge/documents/" + document).status()).isEqualTo(200);
        share(newShelf(), tenant);
        revoke(shelf, tenant);
        assertThat(get("/api/knowledge/documents/" + document).status()).isEqualTo(404);
    }

    @Test
    void showsATenantWithoutTheGrantNothingEvenIfTheIndexDoes() {
        var shelf = shelfWith("Fluoride", TEXT);
        share(shelf, UUID.randomUUID());
        var other = shelfWith("Enamel", "Enamel is the hardest tissue there is.");
        share(other, tenant);
        newBase();
        CORE.leaky.set(true);
        assertThat(hits("fluoride varnish")).isEmpty();
        assertThat(hits("hardest enamel tissue")).hasSize(1);
    }

    @Test
    void keepsAnAgentFromABaseThatWasTakenBack() {
        var shelf = shelfWith("Fluoride", TEXT);
        share(shelf, tenant);
        finished(id(upload(newBase(), "secret.txt", "Fluoride varnish is our secret.")));
        var body = "{\"name\":\"a\",\"description\":\"d\",\"baseIds\":[\"%s\"]}".formatted(shelf);
        assertThat(post("/api/knowledge/agents", body).status()).isEqualTo(201);
        var ask = "{\"question\":\"What does fluoride varnish protect?\"}";
        var answers = "/api/knowledge/multi-agent/answers";
        assertThat(post(answers, ask).json().get("answer").stringValue()).isEqualTo(TEXT);
        revoke(shelf, tenant);
        var answer = post(answers, ask).json();
        assertThat(answer.get("abstained").booleanValue()).as("not all bases instead").isTrue();
        assertThat(answer.get("agents").get(0).get("reason").stringValue())
                .isEqualTo("no-knowledge");
    }

    @Test
    void narrowsAnAgentToTheBasesThatAreLeftAndNeverWidensIt() {
        var shelf = newShelf();
        var own = newBase();
        share(shelf, tenant);
        var body =
                "{\"name\":\"a\",\"description\":\"d\",\"baseIds\":[\"%s\",\"%s\"]}"
                        .formatted(shelf, own);
        var both = UUID.fromString(create(body));
        var alone = body.replace("\"a\"", "\"b\"").replace(",\"" + own + "\"", "");
        var one = UUID.fromString(create(alone));
        assertThat(basesOf(both)).containsExactlyInAnyOrder(shelf, own);
        revoke(shelf, tenant);
        assertThat(basesOf(both)).containsExactly(own);
        assertThat(basesOf(one)).as("an empty list would mean all").containsExactly(shelf);
    }

    private String create(String agent) {
        return post("/api/knowledge/agents", agent).json().get("id").stringValue();
    }

    private List<UUID> basesOf(UUID agent) {
        return tenancy.as(tenant, () -> specialists.find(agent).orElseThrow().baseIds());
    }

    @Test
    void deletesABaseWithItsDocuments() {
        var shelf = newShelf();
        var document = write(shelf, "Fluoride", TEXT);
        share(shelf, tenant);
        assertThat(operator("DELETE", SHELVES + "/" + shelf, null).status()).isEqualTo(204);
        assertThat(operator("GET", SHELVES + "/" + shelf, null).status()).isEqualTo(404);
        assertThat(hits("fluoride varnish")).isEmpty();
        assertThat(operator("GET", SHELVES + "/" + shelf + "/documents/" + document, null).status())
                .isEqualTo(404);
    }

    @Test
    void takesFilesAndSaysWhenTheyAreTooLarge() {
        var shelf = newShelf();
        var large = "{\"title\":\"x\",\"text\":\"" + "y".repeat(1_100_000) + "\"}";
        var path = SHELVES + "/" + shelf + "/documents";
        assertThat(operator("POST", path, large).status()).isEqualTo(413);
        var file =
                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                        + TEXT
                        + "\r\n--part--\r\n";
        var taken =
                send(
                        TestTokens.operator(),
                        "POST",
                        path,
                        BodyPublishers.ofString(file),
                        "multipart/form-data; boundary=part");
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        assertThat(operator("GET", path, null).json().get("items")).hasSize(1);
    }

    private List<JsonNode> hits(String query) {
        var found = post("/api/knowledge/search", "{\"query\":\"%s\"}".formatted(query));
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.json().get("hits").valueStream().toList();
    }

    private Answer searchIn(UUID base) {
        return post(
                "/api/knowledge/search",
                "{\"query\":\"fluoride\",\"baseIds\":[\"%s\"]}".formatted(base));
    }
}
