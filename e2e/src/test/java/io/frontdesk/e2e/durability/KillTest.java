package io.frontdesk.e2e.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every process is killed in its turn, some two at once, under use. */
@FleetTest
@Order(100)
class KillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Alone where all others lean on it, else together with one that it does not call. */
    private static final List<List<String>> VICTIMS =
            List.of(
                    List.of(Fleet.DATABASE),
                    List.of("agent-service", "intelligence-service", "metrics-service"),
                    List.of("calendar-plugin-service", "admin-customer-rag-service"),
                    List.of("calendar-integration-service", "data-service"),
                    List.of("rag-knowledge-service", "conversational-payment-service"),
                    List.of("rag-core-service", "payment-service"),
                    List.of("gateway-service"),
                    List.of("orchestration-service"),
                    List.of("config-service"));

    @Test
    void losesNothingThatWasAcknowledged(Fleet fleet) {
        var once = VICTIMS.stream().flatMap(List::stream).toList();
        assertThat(once).containsAll(fleet.services()).contains(Fleet.DATABASE);
        var load = new Load(new Tenants(fleet));
        var trade = new Trade(new Tenants(fleet));
        try (load;
                trade) {
            awaitProgress(load, "at the start");
            for (var victims : VICTIMS) {
                victims.forEach(fleet::kill);
                victims.forEach(fleet::start);
                victims.forEach(fleet::awaitReady);
                awaitProgress(load, "after the restart of " + victims);
            }
        }
        requireEverything(load);
        trade.requireEverything();
    }

    /** The fleet serves again, without help, soon after the restart. */
    private static void awaitProgress(Load load, String when) {
        var before = load.acknowledged();
        Awaitility.await("requests are acknowledged " + when)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> load.acknowledged() > before + 1);
    }

    private static void requireEverything(Load load) {
        assertThat(load.documents).hasSizeGreaterThan(15);
        assertThat(load.found).isNotEmpty();
        SoftAssertions.assertSoftly(softly -> {
            load.documents.forEach((word, id) ->
                    softly.assertThat(load.base().awaitEnd(id).path("status").asString())
                            .as("document " + id)
                            .isEqualTo("ready"));
            load.bases.forEach(id ->
                    softly.assertThat(
                                    load.owner()
                                            .get("/api/knowledge/bases/" + id + "/documents")
                                            .status())
                            .as("base " + id)
                            .isEqualTo(200));
            load.keys.forEach((id, key) ->
                    softly.assertThat(load.owner().with(key).get("/api/me").status())
                            .as("key " + id)
                            .isEqualTo(200));
            load.documents
                    .keySet()
                    .forEach(word ->
                            softly.assertThat(load.base().search(word, "lexical"))
                                    .as("search for " + word)
                                    .anyMatch(hit -> hit.path("text").asString().contains(word)));
        });
    }
}
