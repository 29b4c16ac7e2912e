package io.frontdesk.ragknowledge.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.archive.ArchiveHttp;
import io.frontdesk.ragknowledge.document.Documents;
import io.frontdesk.ragknowledge.unanswered.UnansweredQuestions;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class ErasureTest extends KnowledgeApp {

    private static final String PATH = "/knowledge/erasures";

    @Autowired private EventProbe events;
    @Autowired private UnansweredQuestions unanswered;
    @Autowired private Documents documents;
    @Autowired private Erasures erasures;
    @Autowired private TenantTables tables;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    private final UUID neighbour = UUID.randomUUID();

    @Test
    void leavesNothingOfTheTenantAndAllOfOthers() throws Exception {
        as(neighbour, "/api/knowledge/bases", "{\"name\":\"Mine\"}");
        as(neighbour, "/api/knowledge/overrides", "{\"question\":\"Mine?\",\"answer\":\"m\"}");
        var document = filled();
        var archive = new ArchiveHttp(port).download(tenant).body();

        var done = erased();
        var removed = done.get("removed");
        assertThat(removed.get("bases").intValue()).isEqualTo(1);
        assertThat(removed.get("documents").intValue()).isEqualTo(2);
        assertThat(removed.get("overrides").intValue()).isEqualTo(1);
        assertThat(removed.get("unanswered").intValue()).isEqualTo(1);
        assertThat(done.has("finishedAt")).isTrue();
        assertThat(done.toString()).doesNotContain("Anna").doesNotContain("Handbook");
        var event = events.await("io.frontdesk.knowledge.document-deleted", document.toString());
        assertThat(event.tenant()).isEqualTo(tenant);
        for (var table : tables.inOrder()) {
            assertThat(rows(tenant, table)).as(table).isZero();
        }
        assertThat(rows(neighbour, "knowledge_base")).isEqualTo(1);
        assertThat(rows(neighbour, "curated_answer")).isEqualTo(1);

        finished(id(upload(newBase(), "again.txt", "Used again.")));
        assertThat(new ArchiveHttp(port).send(tenant, archive).statusCode()).isEqualTo(202);
    }

    @Test
    void goesOnWhereItWasStopped() throws Exception {
        filled();
        var id = UUID.randomUUID();
        tenancy.as(
                tenant,
                () ->
                        transaction.executeWithoutResult(_ ->
                                jdbc.sql(
                                                "insert into erasure (id, status, started_at)"
                                                        + " values (:id, 'running', now())")
                                        .param("id", id)
                                        .update()));
        var erase = new EraseTenant(erasures, tables, documents, jdbc, transaction);
        var stopped =
                Thread.ofPlatform()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            tenancy.as(tenant, () -> run(erase, id));
                        });
        stopped.join();
        var midway = shown(id);
        assertThat(midway.get("status").stringValue()).isEqualTo("running");
        assertThat(rows(tenant, "knowledge_base")).isEqualTo(1);
        assertThat(begin()).as("the one that is running").isEqualTo(id);
        var done = awaited(id);
        assertThat(done.at("/removed/documents").intValue()).isEqualTo(2);
        assertThat(done.at("/removed/bases").intValue()).isEqualTo(1);
    }

    @Test
    void coversEveryTableOfTenants() {
        assertThat(tables.inOrder())
                .contains("knowledge_base", "document", "document_part", "curated_phrasing")
                .contains("archive_import", "question_count", "unanswered_question")
                .doesNotContain("erasure", "outbox");
        var order = tables.inOrder();
        assertThat(order.indexOf("document_part")).isLessThan(order.indexOf("document"));
        assertThat(order.indexOf("document")).isLessThan(order.indexOf("knowledge_base"));
    }

    @Test
    void isNotForTheTenantsPeople() {
        for (var token : List.of(TestTokens.owner(tenant), TestTokens.visitor(tenant))) {
            var answer = send(token, "POST", PATH, BodyPublishers.ofString(""), "application/json");
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    private UUID filled() {
        var base = newBase();
        var document = id(upload(base, "a.txt", "About Anna."));
        upload(base, "b.txt", "About Bert.");
        finished(document);
        post("/api/knowledge/overrides", "{\"question\":\"Anna?\",\"answer\":\"Yes.\"}");
        tenancy.as(tenant, () -> unanswered.add("Anna who?", List.of(), List.of(), "no-support"));
        return document;
    }

    private JsonNode erased() {
        return awaited(begin());
    }

    private UUID begin() {
        var token = TestTokens.service(tenant);
        return id(send(token, "POST", PATH, BodyPublishers.ofString(""), "application/json"));
    }

    private JsonNode awaited(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> shown(id), shown -> shown.get("status").stringValue().equals("done"));
    }

    private JsonNode shown(UUID id) {
        var token = TestTokens.service(tenant);
        return send(token, "GET", PATH + "/" + id, null, "application/json").json();
    }

    private static void run(EraseTenant erase, UUID id) {
        try {
            erase.run(id);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer as(UUID who, String path, String body) {
        return send(
                TestTokens.owner(who),
                "POST",
                path,
                BodyPublishers.ofString(body),
                "application/json");
    }

    private int rows(UUID who, String table) {
        return tenancy.<Integer>as(
                who,
                () ->
                        transaction.<Integer>execute(_ ->
                                jdbc.sql("select count(*) from " + table)
                                        .query((row, _) -> row.getInt(1))
                                        .single()));
    }
}
