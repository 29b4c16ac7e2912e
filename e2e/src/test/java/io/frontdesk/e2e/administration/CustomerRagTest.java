package io.frontdesk.e2e.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.e2e.fleet.Tenants.Tenant;
import io.frontdesk.e2e.knowledge.KnowledgeBase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/**
 * What an operator sets applies at once, to the one tenant, and can be proven, moved and erased.
 */
@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class CustomerRagTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TEXT =
            """
            # House rules
            The front door opens at eight in the morning. Dogs must be kept on a leash.
            """;

    private Tenants tenants;
    private Caller operator;

    @BeforeAll
    void takeOver(Fleet fleet) {
        tenants = new Tenants(fleet);
        operator = tenants.operator();
    }

    @Test
    void appliesAConfigurationWithoutARestart() {
        var tenant = filled("Configured");
        var other = filled("Not configured");
        var topic = Map.of("name", "dogs", "phrases", List.of("dogs"), "reply", "Ask at the desk.");

        operator.put(rag(tenant) + "/configuration", Map.of("blockedTopics", List.of(topic)))
                .expect(200);

        Awaitility.await("the topic is blocked")
                .atMost(SOON)
                .until(
                        () -> ask(tenant, "Must dogs be kept on a leash?"),
                        answer -> answer.path("reason").asString("").equals("blocked-topic"));
        assertThat(ask(other, "Must dogs be kept on a leash?").path("abstained").asBoolean())
                .isFalse();
        operator.post(rag(tenant) + "/configuration/rollback", Map.of("version", 1)).expect(200);
        var versions = operator.get(rag(tenant) + "/configuration/versions").expect(200).body();
        assertThat(versions.path("items").size()).isGreaterThanOrEqualTo(1);
        assertThat(operator.get(rag(tenant) + "/audit").expect(200).body().path("items"))
                .isNotEmpty();
        assertThat(tenant.owner().get(rag(tenant) + "/configuration").status()).isEqualTo(403);
    }

    @Test
    void holdsATenantToItsQuota() {
        var tenant = filled("Limited");

        operator.put(
                        rag(tenant) + "/configuration",
                        Map.of("quotas", Map.of("documents", 1, "questionsPerMonth", 3)))
                .expect(200);

        var base = KnowledgeBase.create(tenant.owner(), "more");
        Awaitility.await("no further document is taken")
                .atMost(SOON)
                .until(() -> {
                    var title = "Note " + System.nanoTime();
                    return base.write(title, title + " says nothing new.").status() == 402;
                });
        var usage = operator.get(rag(tenant) + "/usage").expect(200);
        assertThat(usage.text()).contains("exceeded");
    }

    @Test
    void provesThatTenantsAreApart() {
        var tenant = filled("Watched");

        var report =
                Awaitility.await("the report is finished")
                        .atMost(Duration.ofMinutes(2))
                        .until(
                                () -> operator.get(rag(tenant) + "/isolation"),
                                answer ->
                                        List.of("passed", "failed", "inconclusive")
                                                .contains(
                                                        answer.body().path("status").asString("")))
                        .body();

        assertThat(report.path("status").asString()).as(report.toString()).isEqualTo("passed");
        assertThat(report.path("probes").size()).isGreaterThan(8);
    }

    @Test
    void movesKnowledgeToAnotherTenantAndErasesIt() throws IOException, InterruptedException {
        var from = filled("Moving out");
        var to = tenants.create("Moving in");

        var archive = export(from);
        var imported =
                operator.send(
                                operator.request(rag(to) + "/import")
                                        .header("Content-Type", "application/zip")
                                        .POST(BodyPublishers.ofByteArray(archive)))
                        .expect(202)
                        .id();
        Awaitility.await("the archive is imported")
                .atMost(Duration.ofMinutes(3))
                .until(() ->
                        operator.get(rag(to) + "/imports/" + imported)
                                .body()
                                .path("status")
                                .asString()
                                .equals("done"));
        Awaitility.await("what was imported is found")
                .atMost(Duration.ofMinutes(3))
                .until(() ->
                        !ask(to, "When does the front door open?").path("abstained").asBoolean());

        var erasure =
                operator.post(rag(from) + "/erasures", Map.of("confirmation", from.id()))
                        .expect(202)
                        .id();
        var receipt =
                Awaitility.await("the tenant is erased")
                        .atMost(Duration.ofMinutes(3))
                        .until(
                                () -> operator.get(rag(from) + "/erasures/" + erasure).body(),
                                each -> each.path("completedAt").isString());
        assertThat(receipt.path("verified").asBoolean()).as(receipt.toString()).isTrue();
        assertThat(receipt.path("digest").asString()).isNotEmpty();
        assertThat(from.owner().get("/api/knowledge/bases").body().path("items")).isEmpty();
        assertThat(ask(to, "When does the front door open?").path("abstained").asBoolean())
                .isFalse();
    }

    private byte[] export(Tenant tenant) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = operator.request(rag(tenant) + "/export").GET().build();
            var response = client.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }

    private Tenant filled(String name) {
        var tenant = tenants.create(name);
        var base = KnowledgeBase.create(tenant.owner(), name);
        base.awaitEnd(base.write("House rules", TEXT).expect(202).id());
        return tenant;
    }

    private static String rag(Tenant tenant) {
        return "/api/admin/customers/" + tenant.id() + "/rag";
    }

    private static JsonNode ask(Tenant tenant, String question) {
        return tenant.owner().post("/api/knowledge/answers", Map.of("question", question)).body();
    }
}
