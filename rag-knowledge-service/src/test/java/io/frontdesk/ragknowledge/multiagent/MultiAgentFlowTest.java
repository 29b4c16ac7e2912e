package io.frontdesk.ragknowledge.multiagent;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MultiAgentFlowTest extends KnowledgeApp {

    private static final String ASK = "/api/knowledge/multi-agent/answers";
    private static final String BOTH = "What does a cleaning cost and where can I park my car?";

    @AfterEach
    void recover() {
        CORE.broken.clear();
        CORE.slow.clear();
    }

    @Test
    void hasEachPartAnsweredByTheAgentThatKnows() {
        var prices = agent("Prices", base("A dental cleaning costs 95 EUR."));
        var desk = agent("Front desk", base("You can park your car behind the house."));
        var answer = ask(BOTH);
        assertThat(answer.get("abstained").booleanValue()).as(answer.toString()).isFalse();
        assertThat(answer.get("answer").stringValue())
                .isEqualTo(
                        "A dental cleaning costs 95 EUR.\nYou can park your car behind the house.");
        assertThat(answer.get("citations").get(0).get("agentId").stringValue())
                .isEqualTo(prices.toString());
        assertThat(answer.get("citations").get(1).get("agent").stringValue())
                .isEqualTo("Front desk");
        assertThat(answer.get("citations").get(1).get("agentId").stringValue())
                .isEqualTo(desk.toString());
        assertThat(answer.get("unanswered")).isEmpty();
        assertThat(answer.has("disagreement")).isFalse();
        assertThat(answer.get("agents")).hasSize(2);
        pointsRight(answer);
    }

    @Test
    void showsThatTwoAgentsSayDifferentPrices() {
        agent("Prices", base("A dental cleaning costs 95 EUR."));
        agent("Front desk", base("For a dental cleaning the cost is 110 EUR."));
        var answer = ask("What does a dental cleaning cost?");
        assertThat(answer.get("answer").stringValue())
                .startsWith("The sources differ:")
                .contains("Prices: A dental cleaning costs 95 EUR.")
                .contains("Front desk: For a dental cleaning the cost is 110 EUR.");
        assertThat(answer.get("disagreement").get("positions")).hasSize(2);
        assertThat(answer.get("confidence").doubleValue()).isLessThanOrEqualTo(0.5);
        pointsRight(answer);
    }

    @Test
    void saysOnceWhatAgentsWithTheSameKnowledgeSay() {
        var base = base("A dental cleaning costs 95 EUR.");
        agent("Prices", base);
        agent("Front desk", base);
        var answer = ask("What does a dental cleaning cost?");
        assertThat(answer.get("answer").stringValue()).isEqualTo("A dental cleaning costs 95 EUR.");
        assertThat(answer.get("citations")).hasSize(2);
        pointsRight(answer);
    }

    @Test
    void answersWithoutAnAgentThatFailsOrIsSlow() {
        var good = base("A dental cleaning costs 95 EUR.");
        var bad = base("You can park your car behind the house.");
        agent("Prices", good);
        agent("Front desk", bad);
        CORE.broken.add(bad);
        assertUnavailable(ask(BOTH), "failed");
        CORE.broken.clear();
        CORE.slow.add(bad);
        assertUnavailable(ask(BOTH), "timed-out");
        CORE.slow.add(good);
        var nobody = ask(BOTH);
        assertThat(nobody.get("abstained").booleanValue()).isTrue();
        assertThat(nobody.get("reason").stringValue()).isEqualTo("unavailable");
    }

    private static void assertUnavailable(JsonNode answer, String reason) {
        assertThat(answer.get("answer").stringValue()).isEqualTo("A dental cleaning costs 95 EUR.");
        assertThat(answer.get("agents").get(1).get("reason").stringValue()).isEqualTo(reason);
        assertThat(answer.get("unanswered").get(0).stringValue()).contains("park");
    }

    @Test
    void asksOnlyTheAgentsThatAreNamed() {
        agent("Prices", base("A dental cleaning costs 95 EUR."));
        var desk = agent("Front desk", base("You can park your car behind the house."));
        var body = "{\"question\":\"%s\",\"agentIds\":[\"%s\"]}".formatted(BOTH, desk);
        var answer = post(ASK, body).json();
        assertThat(answer.get("answer").stringValue())
                .isEqualTo("You can park your car behind the house.");
        assertThat(answer.get("agents")).hasSize(1);
    }

    @Test
    void abstainsWhereNobodyKnows() {
        agent("Prices", base("A dental cleaning costs 95 EUR."));
        var answer = ask("Which vaccinations does a kitten require?");
        assertThat(answer.get("abstained").booleanValue()).isTrue();
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("reason").stringValue()).isEqualTo("no-support");
    }

    @Test
    void streamsTheSameAnswer() {
        agent("Prices", base("A dental cleaning costs 95 EUR."));
        var stream =
                send(
                        TestTokens.visitor(tenant),
                        "POST",
                        ASK,
                        BodyPublishers.ofString(
                                "{\"question\":\"What does a dental cleaning cost?\"}"),
                        "application/json",
                        "text/event-stream");
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.body())
                .startsWith("event:token\ndata:{\"text\":\"A \"}")
                .contains("event:citation")
                .contains("\"agent\":\"Prices\"")
                .contains("event:done\ndata:{\"answer\":");
    }

    @Test
    void keepsAgentsAndTheirAnswersWithinTheTenant() {
        var mine = agent("Prices", base("A dental cleaning costs 95 EUR."));
        var stranger = UUID.randomUUID();
        var named = "{\"question\":\"dental cleaning?\",\"agentIds\":[\"%s\"]}".formatted(mine);
        assertThat(asTenant(stranger, named).status()).isEqualTo(404);
        var all = asTenant(stranger, "{\"question\":\"What does a dental cleaning cost?\"}");
        assertThat(all.status()).isEqualTo(409);
        assertThat(all.body()).contains("no-agents").doesNotContain("95 EUR");
    }

    @Test
    void neverMixesTenantsThatAskAtOnce() throws Exception {
        agent("Prices", base("A dental cleaning costs 95 EUR."));
        agent("Front desk", base("You can park your car behind the house."));
        var asked = "{\"question\":\"%s\"}".formatted(BOTH);
        var other = new Tenant("A dental cleaning costs 400 EUR.", "You can park your car here.");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Answer>>();
            for (int i = 0; i < 20; i++) {
                calls.add(threads.submit(() -> post(ASK, asked)));
                calls.add(threads.submit(() -> asTenant(other.id, asked)));
            }
            for (int i = 0; i < calls.size(); i++) {
                var body = calls.get(i).get().body();
                assertThat(body).contains(i % 2 == 0 ? "95 EUR" : "400 EUR");
                assertThat(body).doesNotContain(i % 2 == 0 ? "400" : "95 EUR");
                assertThat(body).doesNotContain(i % 2 == 0 ? "car here" : "behind the house");
            }
        }
    }

    /** Another tenant with the same two agents, which know something else. */
    private final class Tenant {
        private final UUID id = UUID.randomUUID();

        Tenant(String prices, String parking) {
            agent("Prices", prices);
            agent("Front desk", parking);
        }

        private void agent(String name, String text) {
            var bases = "/api/knowledge/bases";
            var base = call(bases, "{\"name\":\"b\"}");
            var document =
                    call(
                            bases + "/" + base + "/documents",
                            "{\"title\":\"t\",\"text\":\"%s\"}".formatted(text));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> status(document).contains("\"ready\""));
            call(
                    "/api/knowledge/agents",
                    "{\"name\":\"%s\",\"description\":\"d\",\"baseIds\":[\"%s\"]}"
                            .formatted(name, base));
        }

        private String status(UUID document) {
            var path = "/api/knowledge/documents/" + document;
            return send(TestTokens.owner(id), "GET", path, null, "application/json").body();
        }

        private UUID call(String path, String body) {
            return id(
                    send(
                            TestTokens.owner(id),
                            "POST",
                            path,
                            BodyPublishers.ofString(body),
                            "application/json"));
        }
    }

    private JsonNode ask(String question) {
        var answer = post(ASK, "{\"question\":\"%s\"}".formatted(question));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer asTenant(UUID who, String body) {
        return send(
                TestTokens.owner(who),
                "POST",
                ASK,
                BodyPublishers.ofString(body),
                "application/json");
    }

    private UUID base(String text) {
        var base = newBase();
        finished(id(upload(base, "facts.txt", text)));
        return base;
    }

    private UUID agent(String name, UUID base) {
        var body =
                "{\"name\":\"%s\",\"description\":\"d\",\"baseIds\":[\"%s\"]}"
                        .formatted(name, base);
        var created = post("/api/knowledge/agents", body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return UUID.fromString(created.json().get("id").stringValue());
    }

    private static void pointsRight(JsonNode answer) {
        for (var citation : answer.get("citations")) {
            assertThat(
                            answer.get("answer")
                                    .stringValue()
                                    .substring(
                                            citation.get("start").intValue(),
                                            citation.get("end").intValue()))
                    .isEqualTo(citation.get("quote").stringValue());
        }
    }
}
