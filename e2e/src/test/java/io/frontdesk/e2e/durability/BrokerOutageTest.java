package io.frontdesk.e2e.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import io.frontdesk.e2e.knowledge.KnowledgeBase;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@FleetTest
@Order(90)
class BrokerOutageTest {
    private static final String BROKER = "orchestration-service";

    @Test
    void deliversWhatWasDeletedWhileTheBrokerWasDown(Fleet fleet) {
        var tenant = new Tenants(fleet).create("Patient");
        var base = KnowledgeBase.create(tenant.owner(), "patient");
        var documents = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            documents.add(
                    base.write("Note " + i, "Note %d is short.".formatted(i)).expect(202).id());
        }
        documents.forEach(base::awaitEnd);
        assertThat(documents).allMatch(id -> !chunks(fleet, tenant.id(), id).isEmpty());

        fleet.kill(BROKER);
        for (var id : documents) {
            assertThat(tenant.owner().delete("/api/knowledge/documents/" + id).ok()).isTrue();
            tenant.owner().get("/api/knowledge/documents/" + id).expect(404);
        }
        fleet.start(BROKER);
        fleet.awaitReady(BROKER);

        Awaitility.await("the deletions arrive")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(250))
                .until(() ->
                        documents.stream()
                                .allMatch(id -> chunks(fleet, tenant.id(), id).isEmpty()));
    }

    /** Asks the chunk store itself, as the service that fills it would. */
    private static List<String> chunks(Fleet fleet, String tenant, String document) {
        var core = new Caller(fleet.address("rag-core-service"), token(fleet, tenant));
        var answer = core.get("/core/documents/" + document + "/chunks?limit=10");
        return answer.status() == 404
                ? List.of()
                : KnowledgeBase.items(answer.expect(200).body().path("items"))
                        .map(item -> item.path("chunkId").asString())
                        .toList();
    }

    private static String token(Fleet fleet, String tenant) {
        var service = "rag-knowledge-service";
        var basic = service + ":" + fleet.secrets().clientSecret(service);
        var anybody = new Caller(fleet.gateway(), null);
        var form =
                "grant_type=client_credentials&tenant="
                        + URLEncoder.encode(tenant, StandardCharsets.UTF_8);
        var answer =
                anybody.send(
                        anybody.request("/oauth2/token")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                basic.getBytes(
                                                                        StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        return answer.expect(200).body().path("access_token").asString();
    }
}
