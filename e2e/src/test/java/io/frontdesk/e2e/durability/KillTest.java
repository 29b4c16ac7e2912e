package io.frontdesk.e2e.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every process is killed in its turn, under use. */
@FleetTest
@Order(100)
class KillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void losesNothingThatWasAcknowledged(Fleet fleet) {
        var victims = new ArrayList<>(fleet.services());
        victims.add(Fleet.DATABASE);
        Collections.reverse(victims);
        var load = new Load(new Tenants(fleet));
        var trade = new Trade(new Tenants(fleet));
        try (load;
                trade) {
            awaitProgress(load, "at the start");
            for (var victim : victims) {
                fleet.kill(victim);
                fleet.start(victim);
                fleet.awaitReady(victim);
                awaitProgress(load, "after the restart of " + victim);
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
