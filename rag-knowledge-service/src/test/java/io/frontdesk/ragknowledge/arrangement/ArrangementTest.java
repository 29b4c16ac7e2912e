package io.frontdesk.ragknowledge.arrangement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.archive.ArchiveHttp;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArrangementTest extends KnowledgeApp {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PACK = "/api/knowledge/industries/dental-practice";
    private static final String AGENT =
            "{\"name\":\"%s\",\"description\":\"Knows prices\",\"baseIds\":[\"%s\"],"
                    + "\"instructions\":\"Be brief.\\nBe kind.\",\"topics\":[\"prices\"]}";
    private static final String PRICE =
            "{\"kind\":\"price\",\"subject\":\"Haircut\",\"value\":{\"amount\":\"%s\","
                    + "\"currency\":\"EUR\"}}";

    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;
    private ArchiveHttp archives = new ArchiveHttp(0);

    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void connect() {
        archives = new ArchiveHttp(port);
    }

    @Test
    void bringsAgentsFactsQuestionSetsAndWebsites() throws Exception {
        var base = newBase();
        var document = id(upload(base, "a.txt", "A haircut takes half an hour."));
        var gone = newBase();
        id(post("/api/knowledge/agents", AGENT.formatted("Prices", base)));
        id(post("/api/knowledge/agents", AGENT.formatted("Orphan", gone)));
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                jdbc.sql("delete from knowledge_base where id = :id")
                                        .param("id", gone)
                                        .update()));
        id(post("/api/knowledge/facts", PRICE.formatted("30")));
        questionSet(document);
        id(
                post(
                        "/api/knowledge/bases/" + base + "/websites",
                        "{\"url\":\"%s\",\"maxPages\":7,\"maxDepth\":2,\"include\":[\"/x*\"],\"refresh\":\"P7D\"}"
                                .formatted(WEB.url("/nothing"))));
        id(as(other, "/api/knowledge/agents", AGENT.formatted("prices", "").replace("\"\"]", "]")));
        id(as(other, "/api/knowledge/facts", PRICE.formatted("35.00")));

        var done = imported(archives.download(tenant).body());
        assertThat(done.get("status").stringValue()).as(done.toString()).isEqualTo("done");
        assertThat(done.get("imported").intValue()).isEqualTo(7);
        assertThat(done.get("notes").toString())
                .contains("\\\"Orphan\\\" answers from bases", "30.00 EUR", "is not crawled until")
                .doesNotContain("\\\"Prices");
        var here = ArchiveHttp.entries(archives.download(other).body());
        var newBase = JSON.readTree(here.get("bases.json")).get(0).get("id").stringValue();
        assertThat(newBase).isNotEqualTo(base.toString());

        var agents = things(here, "agents.jsonl");
        assertThat(agents)
                .extracting(a -> a.get("name").stringValue())
                .containsExactlyInAnyOrder("prices", "Prices (2)", "Orphan");
        var agent = named(agents, "Prices (2)");
        assertThat(agent.at("/baseIds/0").stringValue()).isEqualTo(newBase);
        assertThat(agent.get("instructions").stringValue()).isEqualTo("Be brief.\nBe kind.");
        assertThat(agent.at("/topics/0").stringValue()).isEqualTo("prices");
        assertThat(named(agents, "Orphan").at("/baseIds/0").stringValue())
                .as("never every base")
                .isEqualTo(gone.toString());

        var facts = things(here, "facts.jsonl");
        assertThat(facts).hasSize(1);
        assertThat(facts.getFirst().at("/fact/value/amount").stringValue()).isEqualTo("35.00");
        var question = things(here, "evaluations.jsonl").getFirst().at("/questions/0");
        assertThat(question.get("documentId").stringValue())
                .isEqualTo(things(here, "documents.jsonl").getFirst().get("id").stringValue())
                .isNotEqualTo(document.toString());
        var site = things(here, "websites.jsonl").getFirst();
        assertThat(site.get("maxPages").intValue()).isEqualTo(7);
        assertThat(site.get("refresh").stringValue()).isEqualTo("P7D");
        assertThat(site.get("baseId").stringValue()).isEqualTo(newBase);
        var shown = "/api/knowledge/websites/" + site.get("id").stringValue();
        assertThat(send(TestTokens.owner(other), "GET", shown, null, "a/b").json().get("status"))
                .hasToString("\"ready\"");
    }

    @Test
    void leavesToAPackWhatIsThePacks() throws Exception {
        var installed = post(PACK + "/installations", "{\"version\":\"1.0.0\"}");
        assertThat(installed.status()).isEqualTo(202);
        assertThat(things(export(), "documents.jsonl")).isEmpty();
        assertThat(JSON.readTree(export().get("bases.json"))).isEmpty();
        assertThat(things(export(), "facts.jsonl")).isEmpty();
        assertThat(things(export(), "evaluations.jsonl")).isEmpty();

        var base = UUID.fromString(installed.json().get("baseId").stringValue());
        upload(base, "own.txt", "Our own words.");
        var fact = get("/api/knowledge/facts").json().at("/items/0");
        var changed =
                "{\"kind\":\"duration\",\"subject\":%s,\"value\":\"PT50M\"}"
                        .formatted(fact.get("subject"));
        var path = "/api/knowledge/facts/" + fact.get("id").stringValue();
        assertThat(put(path, changed).status()).isEqualTo(200);

        var done = imported(archives.download(tenant).body());
        assertThat(done.get("documents").intValue()).isEqualTo(1);
        assertThat(done.get("notes").toString())
                .contains("The industry pack dental-practice 1.0.0 was installed");
        var theirs = send(TestTokens.owner(other), "GET", PACK + "/installations", null, "a/b");
        assertThat(theirs.json().get("items")).isEmpty();
        var facts = send(TestTokens.owner(other), "GET", "/api/knowledge/facts", null, "a/b");
        assertThat(facts.json().get("items")).hasSize(1);
        assertThat(facts.json().at("/items/0").has("industry")).isFalse();

        assertThat(as(other, PACK + "/installations", "{\"version\":\"1.0.0\"}").status())
                .isEqualTo(202);
        var again = ArchiveHttp.entries(archives.download(other).body());
        assertThat(things(again, "documents.jsonl")).hasSize(1);
        assertThat(things(again, "facts.jsonl")).hasSize(1);
        assertThat(things(again, "industries.jsonl")).hasSize(1);
    }

    private Map<String, byte[]> export() throws Exception {
        return ArchiveHttp.entries(archives.download(tenant).body());
    }

    private void questionSet(UUID document) {
        id(
                send(
                        TestTokens.operator(tenant),
                        "POST",
                        "/api/admin/knowledge/evaluations/sets",
                        BodyPublishers.ofString(
                                "{\"name\":\"Mine\",\"questions\":[{\"question\":\"How long?\","
                                        + "\"answerable\":true,\"documentId\":\""
                                        + document
                                        + "\"}]}"),
                        "application/json"));
    }

    private JsonNode imported(byte[] archive) throws Exception {
        var accepted = archives.send(other, archive);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var path =
                "/knowledge/archive/imports/"
                        + JSON.readTree(accepted.body()).get("id").stringValue();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> send(TestTokens.service(other), "GET", path, null, "a/b").json(),
                        shown -> !shown.get("status").stringValue().equals("running"));
    }

    private Answer as(UUID who, String path, String body) {
        return send(
                TestTokens.owner(who),
                "POST",
                path,
                BodyPublishers.ofString(body),
                "application/json");
    }

    private static JsonNode named(List<JsonNode> things, String name) {
        return things.stream()
                .filter(thing -> thing.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> things(Map<String, byte[]> entries, String entry) {
        return new String(entries.getOrDefault(entry, new byte[0]), UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }
}
