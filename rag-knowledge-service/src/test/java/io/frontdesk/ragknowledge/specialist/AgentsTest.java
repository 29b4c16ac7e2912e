package io.frontdesk.ragknowledge.specialist;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.KnowledgeApp;
import io.frontdesk.ragknowledge.specialist.NewAssistant.Settings;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class AgentsTest extends KnowledgeApp {

    private static final String AGENTS = "/api/knowledge/agents";

    @Autowired private Specialists specialists;
    @Autowired private Tenancy tenancy;
    @Autowired private TransactionTemplate transaction;

    private final UUID stranger = UUID.randomUUID();

    @Test
    void keepsAnAgentAsItWasSetUp() {
        var base = newBase();
        var created =
                post(
                        AGENTS,
                        """
                        {"name": " Prices\\u0000 ", "description": "What treatments cost",
                         "baseIds": ["%s"], "instructions": "Be brief.", "topics": ["fees"]}
                        """
                                .formatted(base));
        assertThat(created.status()).isEqualTo(201);
        var path = AGENTS + "/" + created.json().get("id").stringValue();
        var agent = get(path).json();
        assertThat(agent.get("name").stringValue()).isEqualTo("Prices");
        assertThat(agent.get("baseIds").get(0).stringValue()).isEqualTo(base.toString());
        assertThat(agent.get("topics").get(0).stringValue()).isEqualTo("fees");

        var changed = put(path, "{\"name\":\"Fees\",\"description\":\"d\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(get(path).json().get("name").stringValue()).isEqualTo("Fees");
        assertThat(get(path).json().get("baseIds")).isEmpty();

        assertThat(delete(path).status()).isEqualTo(204);
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(delete(path).status()).isEqualTo(404);
    }

    @Test
    void givesANameOnceWithinATenant() {
        assertThat(post(AGENTS, agent("Prices")).status()).isEqualTo(201);
        var again = post(AGENTS, agent("prices"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("agent-name-taken");
        assertThat(as(stranger, "POST", AGENTS, agent("Prices"))).isEqualTo(201);
    }

    @Test
    void takesNoMoreThanFiftyEvenAtOnce() throws Exception {
        for (int i = 0; i < 49; i++) {
            assertThat(post(AGENTS, agent("Early " + i)).status()).isEqualTo(201);
        }
        var last = new Settings("Last", "d", List.of(), "", List.of());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rival =
                    tenancy.as(
                            tenant,
                            () ->
                                    transaction.<Future<Answer>>execute(_ -> {
                                        specialists.add(UUID.randomUUID(), last);
                                        var late =
                                                threads.submit(() -> post(AGENTS, agent("Late")));
                                        assertThat(late)
                                                .as("waits for the one before")
                                                .failsWithin(Duration.ofSeconds(1));
                                        return late;
                                    }));
            assertThat(rival.get().status()).isEqualTo(409);
            assertThat(rival.get().body()).contains("too-many-agents");
        }
        var first = get(AGENTS + "?limit=30").json();
        assertThat(first.get("items")).hasSize(30);
        var rest = get(AGENTS + "?limit=30&cursor=" + first.get("nextCursor").stringValue());
        assertThat(rest.json().get("items")).hasSize(20);
    }

    @Test
    void refusesBasesThatAreNotTheTenants() {
        var foreign = id(send("POST", "/api/knowledge/bases", "{\"name\":\"x\"}"));
        var body = "{\"name\":\"a\",\"description\":\"d\",\"baseIds\":[\"%s\"]}".formatted(foreign);
        assertThat(post(AGENTS, body).status()).isEqualTo(404);
        assertThat(post(AGENTS, body).body()).contains("knowledge-base-not-found");
        var own = post(AGENTS, agent("b")).json().get("id").stringValue();
        assertThat(put(AGENTS + "/" + own, body).status()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithTheInput() {
        assertThat(post(AGENTS, "{\"name\":\"\",\"description\":\"d\"}").status()).isEqualTo(400);
        assertThat(post(AGENTS, "{\"name\":\"a\"}").body()).contains("description");
        assertThat(post(AGENTS, agent("x".repeat(101))).status()).isEqualTo(400);
        assertThat(post(AGENTS, "{\"name\":\"a\",\"description\":\"d\",\"x\":1}").status())
                .isEqualTo(400);
    }

    @Test
    void hidesAgentsFromOtherTenantsAndFromVisitors() {
        var path = AGENTS + "/" + post(AGENTS, agent("Prices")).json().get("id").stringValue();
        assertThat(as(stranger, "GET", path, null)).isEqualTo(404);
        assertThat(as(stranger, "PUT", path, agent("Mine"))).isEqualTo(404);
        assertThat(as(stranger, "DELETE", path, null)).isEqualTo(404);
        assertThat(get(path).json().get("name").stringValue()).isEqualTo("Prices");
        assertThat(send("GET", AGENTS, null).body()).doesNotContain("Prices");
        var visitor =
                send(TestTokens.visitor(tenant), "GET", path, null, "application/json").status();
        assertThat(visitor).isEqualTo(403);
    }

    private static String agent(String name) {
        return "{\"name\":\"%s\",\"description\":\"d\"}".formatted(name);
    }

    private int as(UUID who, String method, String path, @Nullable String body) {
        var sent = body == null ? null : BodyPublishers.ofString(body);
        return send(TestTokens.owner(who), method, path, sent, "application/json").status();
    }

    private Answer send(String method, String path, @Nullable String body) {
        var sent = body == null ? null : BodyPublishers.ofString(body);
        return send(TestTokens.owner(stranger), method, path, sent, "application/json");
    }
}
