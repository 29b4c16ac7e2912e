package io.frontdesk.e2e.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
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
 * Two businesses at once: what one of them writes, installs or hides changes nothing for the other.
 */
@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class AnsweringTest {
    private static final String HOURS =
            """
            # Opening hours
            The studio is open from 9:00 to 18:00 on weekdays. On Saturdays it is open until 14:00.
            ## Parking
            Four parking spaces are in the courtyard behind the house.
            """;
    private static final String PRICES =
            """
            # Prices
            A haircut costs 48.00 EUR. Colouring costs 95.00 EUR and takes two hours.
            """;

    private Caller salon;
    private Caller other;
    private KnowledgeBase house;
    private KnowledgeBase prices;

    @BeforeAll
    void open(Fleet fleet) {
        var tenants = new Tenants(fleet);
        salon = tenants.create("Salon").owner();
        other = tenants.create("Other salon").owner();
        house = KnowledgeBase.create(salon, "House");
        prices = KnowledgeBase.create(salon, "Prices");
        house.awaitEnd(house.write("Opening hours", HOURS).expect(202).id());
        prices.awaitEnd(prices.write("Prices", PRICES).expect(202).id());
    }

    @Test
    void prefersWhatAPersonWrote() {
        var question = "Do you cut the hair of children?";
        var override =
                salon.post(
                                "/api/knowledge/overrides",
                                Map.of(
                                        "question",
                                        question,
                                        "answer",
                                        "Yes, children up to ten pay half the price."))
                        .expect(201)
                        .id();

        var answer = ask(salon, "do you cut the hair of children");

        assertThat(answer.path("overrideId").asString()).isEqualTo(override);
        assertThat(answer.path("answer").asString()).contains("half the price");
        assertThat(answer.path("citations")).isNotEmpty();
        assertThat(salon.get("/api/knowledge/overrides/" + override).body().path("hits").asInt())
                .isPositive();
        assertThat(ask(other, question).path("abstained").asBoolean()).isTrue();
    }

    @Test
    void keepsWhatItCouldNotAnswerUntilSomebodyDoes() {
        var question = "Which champagne do you serve with a manicure on a boat?";
        assertThat(ask(salon, question).path("abstained").asBoolean()).isTrue();

        var kept = unanswered(salon, question);
        assertThat(unanswered(other, question).isMissingNode()).isTrue();
        salon.post(
                        "/api/knowledge/unanswered/" + kept.path("id").asString() + "/answer",
                        Map.of("answer", "We serve water, coffee and tea."))
                .expect(200);

        assertThat(ask(salon, question).path("answer").asString())
                .isEqualTo("We serve water, coffee and tea.");
    }

    @Test
    void answersFromSeveralAssistantsAndSaysWhich() {
        var reception = agent("Reception", "Opening hours, parking and how to find us", house);
        var till = agent("Till", "Prices of haircuts and colouring", prices);

        var answer =
                salon.post(
                                "/api/knowledge/multi-agent/answers",
                                Map.of(
                                        "question",
                                        "What does a haircut cost and where can I park?",
                                        "agentIds",
                                        List.of(reception, till)))
                        .expect(200)
                        .body();

        assertThat(answer.path("answer").asString()).contains("48.00 EUR").contains("courtyard");
        for (var citation : answer.path("citations")) {
            var from = citation.path("quote").asString().contains("48.00") ? till : reception;
            assertThat(citation.path("agentId").asString()).isEqualTo(from);
        }
        assertThat(
                        other.post(
                                        "/api/knowledge/multi-agent/answers",
                                        Map.of("question", "Where?", "agentIds", List.of(till)))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void installsAnIndustrysPackBesideWhatIsThere() {
        var path = "/api/knowledge/industries/hair-salon/installations";
        var installed = salon.post(path, Map.of());
        assertThat(installed.status()).as(installed.text()).isIn(201, 202);
        var pack = new KnowledgeBase(salon, installed.body().path("baseId").asString());
        awaitReady(pack);

        assertThat(salon.post(path, Map.of()).expect(200).body().path("version").asString())
                .isEqualTo(installed.body().path("version").asString());
        assertThat(ask(salon, "What does a haircut cost?").path("answer").asString())
                .contains("48.00 EUR");
        assertThat(pack.search("allergy test before colouring")).isNotEmpty();
        assertThat(other.get("/api/knowledge/bases/" + pack.id() + "/documents").status())
                .isEqualTo(404);
        assertThat(salon.delete("/api/knowledge/industries/hair-salon/installation").ok()).isTrue();
        assertThat(house.ask("Where can I park?").path("abstained").asBoolean()).isFalse();
    }

    private void awaitReady(KnowledgeBase pack) {
        Awaitility.await("the pack is ready")
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    var documents =
                            salon.get("/api/knowledge/bases/" + pack.id() + "/documents").body();
                    return !documents.path("items").isEmpty()
                            && documents
                                    .path("items")
                                    .valueStream()
                                    .allMatch(d -> d.path("status").asString().equals("ready"));
                });
    }

    private String agent(String name, String description, KnowledgeBase base) {
        return salon.post(
                        "/api/knowledge/agents",
                        Map.of(
                                "name",
                                name,
                                "description",
                                description,
                                "baseIds",
                                List.of(base.id())))
                .expect(201)
                .id();
    }

    private static JsonNode unanswered(Caller caller, String question) {
        var open = caller.get("/api/knowledge/unanswered?status=open").expect(200).body();
        return KnowledgeBase.items(open.path("items"))
                .filter(each -> each.path("question").asString().equals(question))
                .findFirst()
                .orElse(open.path("none"));
    }

    private static JsonNode ask(Caller caller, String question) {
        return caller.post("/api/knowledge/answers", Map.of("question", question))
                .expect(200)
                .body();
    }
}
