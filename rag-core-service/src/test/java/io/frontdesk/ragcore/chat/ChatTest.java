package io.frontdesk.ragcore.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.ragcore.chat.ModelServer.Mood;
import io.frontdesk.test.identity.TestTokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@RagCoreTest
class ChatTest {
    private static final ModelServer FIRST = new ModelServer();
    private static final ModelServer SECOND = new ModelServer();

    private final int port;
    private final UUID tenant = UUID.randomUUID();
    private final Core core;

    ChatTest(@LocalServerPort int port) {
        this.port = port;
        this.core = Core.service(port, tenant);
    }

    @DynamicPropertySource
    static void models(DynamicPropertyRegistry registry) {
        model(registry, 0, "first", "openai", FIRST);
        model(registry, 1, "second", "anthropic", SECOND);
    }

    private static void model(
            DynamicPropertyRegistry registry, int index, String id, String kind, ModelServer at) {
        var prefix = "frontdesk.generation.models[" + index + "].";
        registry.add(prefix + "id", () -> id);
        registry.add(prefix + "kind", () -> kind);
        registry.add(prefix + "url", at::url);
        registry.add(prefix + "input-price", () -> "1000");
        registry.add(prefix + "output-price", () -> "10000");
        registry.add(prefix + "max-output-tokens", () -> "100");
        registry.add(prefix + "timeout", () -> "1s");
        registry.add(prefix + "longest", () -> "3s");
    }

    @AfterAll
    static void close() {
        FIRST.close();
        SECOND.close();
    }

    @BeforeEach
    void recover() {
        FIRST.mood = Mood.WELL;
        SECOND.mood = Mood.WELL;
        FIRST.asked.clear();
        FIRST.calls.set(0);
        SECOND.calls.set(0);
    }

    @Test
    void answersTheOfficialClient() {
        try (var closing = new Closing(client())) {
            var answer = closing.client.chat().completions().create(question("default"));
            assertThat(answer.choices().getFirst().message().content()).contains("Hello there");
            assertThat(answer.model()).isEqualTo("first");
            assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(12);
            assertThat(closing.client.models().list().data().stream().map(one -> one.id()))
                    .contains("first", "second", "bge-small-en-v1.5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void streamsToTheOfficialClient(String model) {
        try (var closing = new Closing(client());
                var stream = closing.client.chat().completions().createStreaming(question(model))) {
            var text = new StringBuilder();
            stream.stream()
                    .flatMap(part -> part.choices().stream())
                    .forEach(choice -> choice.delta().content().ifPresent(text::append));
            assertThat(text).hasToString("Hello there");
        }
        assertThat(spent()).isEqualByComparingTo("0.030000");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "HANGS",
                "GARBAGE",
                "EMPTY",
                "BUSY",
                "BROKEN",
                "TRUNCATED",
                "ERROR_WITH_200",
                "HUGE",
                "DRIPS"
            })
    void asksTheNextModelWhenOneFails(Mood mood) {
        FIRST.mood = mood;
        var answer = core.post("/v1/chat/completions", body(false));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("model").asString()).isEqualTo("second");
        assertThat(answer.body().at("/choices/0/message/content").asString())
                .isEqualTo("Hello there");
    }

    @Test
    void saysThatNoModelAnswered() {
        FIRST.mood = Mood.BROKEN;
        SECOND.mood = Mood.GARBAGE;
        var answer = core.post("/v1/chat/completions", body(false));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("type").asString()).endsWith("model-unavailable");
        var streamed = core.post("/v1/chat/completions", body(true));
        assertThat(streamed.status()).isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPS_IN_MID_STREAM", "HANGS_IN_MID_STREAM"})
    void tellsInTheStreamThatItBroke(Mood mood) {
        FIRST.mood = mood;
        var text = TestWire.post(port, TestTokens.service(tenant), body(true));
        assertThat(text).contains("Hello").contains("\"error\"").doesNotContain("[DONE]");
        assertThat(SECOND.calls).as("nothing was asked twice").hasValue(0);
        assertThat(spent()).as("it may have cost its worst").isPositive();
    }

    @Test
    void passesOnHowTheAnswerMustLook() {
        var body = new HashMap<>(body(false));
        body.put(
                "response_format",
                Map.of(
                        "type",
                        "json_schema",
                        "json_schema",
                        Map.of("name", "dialogue", "schema", Map.of("type", "object"))));
        body.put("temperature", 0.0);
        assertThat(core.post("/v1/chat/completions", body).status()).isEqualTo(200);
        var asked = FIRST.asked.element();
        assertThat(asked.at("/response_format/json_schema/name").asString()).isEqualTo("dialogue");
        assertThat(asked.path("temperature").asDouble()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":\"default\",\"messages\":[]} | 400",
                "{\"model\":\"default\",\"messages\":[{\"role\":\"user\",\"content\":\"\"}]} | 400",
                "{\"model\":\"default\",\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]} | 400",
                "{\"model\":\"default\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]} | 400",
                "{\"model\":\"default\",\"n\":2,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 400",
                "{\"model\":\"default\",\"tools\":[],\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 400",
                "{\"model\":\"none\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 404"
            })
    void refusesWhatItCannotDo(String json, int status) {
        var answer = core.call(HttpMethod.POST, "/v1/chat/completions", json);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(FIRST.calls).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"WELL", "WITHOUT_USAGE"})
    void neverSpendsMoreThanTheBudgetHoweverManyAskAtOnce(Mood mood) throws Exception {
        FIRST.mood = mood;
        limit(null, "1");
        var body = body(false);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    callers.invokeAll(
                            IntStream.range(0, 200)
                                    .mapToObj(_ ->
                                            (Callable<Integer>)
                                                    () ->
                                                            core.post("/v1/chat/completions", body)
                                                                    .status())
                                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 402);
            }
        }
        assertThat(spent()).isBetween(new BigDecimal("0.03"), BigDecimal.ONE);
        // Each call really costs 0.03, so no more than 33 can have been made.
        assertThat(FIRST.calls.get()).isBetween(1, 33);
        assertThat(budget().path("reserved").asString()).isEqualTo("0.000000");
    }

    @Test
    void keepsAnAgentWithinItsOwnBudget() {
        limit("greeter", "0");
        var wire = TestWire.post(port, TestTokens.service(tenant), body(false), "greeter");
        assertThat(wire).contains("budget-exceeded");
        assertThat(core.post("/v1/chat/completions", body(false)).status()).isEqualTo(200);
    }

    @Test
    void settlesAtWorstWhatDoesNotSayWhatItUsed() {
        FIRST.mood = Mood.WITHOUT_USAGE;
        assertThat(core.post("/v1/chat/completions", body(false)).status()).isEqualTo(200);
        assertThat(spent()).isGreaterThan(new BigDecimal("0.1"));
    }

    @Test
    void letsOnlyTheOperatorRaiseABudget() {
        var owner = new Core(port, TestTokens.owner(tenant));
        assertThat(owner.put("/v1/budgets", Map.of("limit", 1000)).status()).isEqualTo(403);
        assertThat(owner.get("/v1/budgets").status()).isEqualTo(200);
        assertThat(core.put("/v1/budgets", Map.of("limit", -1)).status()).isEqualTo(400);
    }

    @Test
    void keepsTheBudgetsOfTenantsApart() {
        limit(null, "0");
        assertThat(core.post("/v1/chat/completions", body(false)).status()).isEqualTo(402);
        var other = Core.service(port, UUID.randomUUID());
        assertThat(other.post("/v1/chat/completions", body(false)).status()).isEqualTo(200);
    }

    private void limit(@Nullable String agent, String amount) {
        var body = new HashMap<String, Object>();
        body.put("limit", new BigDecimal(amount));
        if (agent != null) {
            body.put("agentId", agent);
        }
        assertThat(core.put("/v1/budgets", body).status()).isEqualTo(200);
    }

    private BigDecimal spent() {
        return new BigDecimal(budget().path("spent").asString());
    }

    private JsonNode budget() {
        return core.get("/v1/budgets").body().at("/items/0");
    }

    private static Map<String, Object> body(boolean stream) {
        return Map.of(
                "model",
                "default",
                "stream",
                stream,
                "max_tokens",
                20,
                "messages",
                List.of(Map.of("role", "user", "content", "Hi")));
    }

    private static ChatCompletionCreateParams question(String model) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage("Hi").build();
    }

    private OpenAIClient client() {
        return OpenAIOkHttpClient.builder()
                .baseUrl("http://localhost:" + port + "/v1")
                .apiKey(TestTokens.service(tenant))
                .maxRetries(0)
                .build();
    }

    private record Closing(OpenAIClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
        }
    }

    @Test
    void tellsTheOfficialClientWhatWasWrong() {
        try (var closing = new Closing(client())) {
            assertThatThrownBy(() -> closing.client.chat().completions().create(question("none")))
                    .isInstanceOf(OpenAIServiceException.class);
        }
    }
}
