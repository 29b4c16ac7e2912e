package io.frontdesk.e2e.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class BadRequestsTest {
    private Tenants tenants;
    private Tenants.Tenant tenant;
    private Caller owner;
    private KnowledgeBase base;

    @BeforeAll
    void create(Fleet fleet) {
        tenants = new Tenants(fleet);
        tenant = tenants.create("Careless");
        owner = tenant.owner();
        base = KnowledgeBase.create(owner, "careless");
    }

    @Test
    void asksForACredential() {
        for (var key : new String[] {null, "", "nonsense", "fd_" + "a".repeat(43)}) {
            problem(owner.with(key).get("/api/knowledge/industries"), 401);
        }
    }

    @Test
    void believesARevokedKeyNoLonger() {
        var issued = tenants.key(tenant.id(), "owner");
        var caller = owner.with(issued.body().path("key").asString());
        caller.get("/api/me").expect(200);

        assertThat(owner.delete("/api/api-keys/" + issued.id()).ok()).isTrue();

        problem(caller.get("/api/me"), 401);
    }

    @Test
    void writesDownWhoWasRefused() {
        problem(owner.with("fd_" + "b".repeat(43)).get("/api/me"), 401);

        Awaitility.await("the refusal is on record")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        !tenants.operator()
                                .get("/api/audit/refused-requests")
                                .expect(200)
                                .body()
                                .path("items")
                                .isEmpty());
    }

    @Test
    void letsAVisitorAskAndNothingElse() {
        var key = tenants.key(tenant.id(), "visitor").body().path("key").asString();
        var visitor = owner.with(key);

        visitor.post("/api/knowledge/search", Map.of("query", "leave")).expect(200);
        problem(visitor.post("/api/knowledge/bases", Map.of("name", "mine")), 403);
        problem(visitor.get("/api/api-keys"), 403);
    }

    @Test
    void keepsOperatorsWorkToOperators() {
        problem(owner.post("/api/tenants", Map.of("name", "Another")), 403);
    }

    @Test
    void knowsNoIdThatNobodyHas() {
        problem(owner.get("/api/knowledge/documents/" + UUID.randomUUID()), 404);
        problem(owner.get("/api/no-such-thing"), 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"name\":; ''",
                "{\"name\":\"a\",\"colour\":1}; colour",
                "{\"name\":[1]}; name",
                "{}; name",
                "{\"name\":\"\"}; name"
            })
    void namesWhatIsWrongInABody(String json, String field) {
        var answer = problem(owner.call("POST", "/api/knowledge/bases", json), 400);

        assertThat(answer.body().path("errors").toString()).contains(field);
    }

    @Test
    void namesAParameterOfTheWrongType() {
        var answer = problem(owner.get("/api/knowledge/documents/not-an-id"), 400, 404);

        assertThat(answer.text()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n "})
    void refusesAnEmptyQuestion(String question) {
        problem(owner.post("/api/knowledge/answers", Map.of("question", question)), 400);
    }

    @Test
    void refusesAQuestionOfAHundredKilobytes() {
        var question = "why ".repeat(25_000);

        problem(owner.post("/api/knowledge/answers", Map.of("question", question)), 400, 413);
        problem(owner.post("/api/knowledge/search", Map.of("query", question)), 400, 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "年次有給休暇は何日ですか",
                "كم عدد أيام الإجازة؟",
                "🦉🦉🦉",
                "' or 1=1; --",
                "+-&&||!(){}[]^\"~*?:\\/"
            })
    void answersAQuestionInAnotherScriptOrAbstains(String question) {
        var answer = base.ask(question);

        assertThat(answer.path("abstained").asBoolean()).isTrue();
    }

    @Test
    void refusesAFileOverTheLimitBeforeItIsRead(Fleet fleet) throws IOException {
        var gateway = URI.create(fleet.gateway());
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            var head =
                    List.of(
                            "POST /api/knowledge/bases/" + base.id() + "/documents HTTP/1.1",
                            "Host: localhost",
                            "Authorization: Bearer "
                                    + tenants.key(tenant.id(), "owner")
                                            .body()
                                            .path("key")
                                            .asString(),
                            "Content-Type: multipart/form-data; boundary=b",
                            "Content-Length: 10000000000",
                            "",
                            "--b\r\n");
            socket.getOutputStream()
                    .write(String.join("\r\n", head).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var status = new byte[12];
            assertThat(socket.getInputStream().readNBytes(status, 0, 12)).isEqualTo(12);
            assertThat(new String(status, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void repeatsAnAnswerUnderTheSameIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        var text = "A document that is sent twice.".getBytes(StandardCharsets.UTF_8);

        var first = base.upload("twice.txt", text, key).expect(202);

        assertThat(base.upload("twice.txt", text, key).id()).isEqualTo(first.id());
    }

    private static Caller.Answer problem(Caller.Answer answer, Integer... statuses) {
        assertThat(statuses).as(answer.text()).contains(answer.status());
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        for (var field : List.of("type", "title", "detail", "traceId")) {
            assertThat(answer.body().path(field).asString("")).as(field).isNotBlank();
        }
        return answer;
    }
}
