package io.frontdesk.ragcore.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.RagCoreTest;
import io.frontdesk.ragcore.chat.ModelServer.Mood;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.identity.TestTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Providers that do not stop by themselves. */
@RagCoreTest
class EndlessAnswersTest {
    private static final ModelServer WILD = new ModelServer();
    private static final ModelServer TAME = new ModelServer();

    private final int port;
    private final UUID tenant = UUID.randomUUID();
    private final Core core;

    EndlessAnswersTest(@LocalServerPort int port) {
        this.port = port;
        core = Core.service(port, tenant);
    }

    @DynamicPropertySource
    static void models(DynamicPropertyRegistry registry) {
        for (var i = 0; i < 2; i++) {
            var model = "frontdesk.generation.models[" + i + "].";
            var server = i == 0 ? WILD : TAME;
            var id = i == 0 ? "wild" : "tame";
            registry.add(model + "id", () -> id);
            registry.add(model + "url", server::url);
            registry.add(model + "input-price", () -> "1000");
            registry.add(model + "output-price", () -> "10000");
            registry.add(model + "max-output-tokens", () -> "100");
            registry.add(model + "timeout", () -> "2s");
            registry.add(model + "longest", () -> "3s");
        }
    }

    @AfterAll
    static void close() {
        WILD.close();
        TAME.close();
    }

    @Test
    void cutsAStreamThatSaysMoreThanItWasAskedFor() {
        WILD.mood = Mood.STREAMS_FOR_EVER;
        var text = stream();

        assertThat(text).contains("Hello", "\"finish_reason\":\"length\"", "[DONE]");
        assertThat(text.length()).isLessThan(400_000);
        assertThat(spent()).as("what it used is not known").isPositive();
        Awaitility.await().until(() -> WILD.hungUp.get() > 0);
    }

    @Test
    void endsAStreamThatTakesTooLong() {
        WILD.mood = Mood.STREAMS_SLOWLY_FOR_EVER;
        var before = System.nanoTime();
        var text = stream();

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
        assertThat(text).contains("Hello", "\"error\"").doesNotContain("[DONE]");
        assertThat(spent()).isPositive();
        assertThat(reserved()).isZero();
    }

    @Test
    void asksTheNextModelInsteadOfReadingAnEndlessLine() {
        WILD.mood = Mood.STREAMS_ONE_ENDLESS_LINE;
        assertThat(stream()).contains("\"model\":\"tame\"", "Hello", "[DONE]");
        assertThat(reserved()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "DRIPS", "HUGE"})
    void keepsOthersFastMeanwhile(Mood mood) {
        WILD.mood = mood;
        var other = Core.service(port, UUID.randomUUID());
        other.store(UUID.randomUUID(), UUID.randomUUID(), "Sick leave is 13 days.");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    IntStream.range(0, 20)
                            .mapToObj(_ -> CompletableFuture.supplyAsync(this::whole, callers))
                            .toList();
            var slowest = Duration.ZERO;
            for (var i = 0; i < 10; i++) {
                var before = System.nanoTime();
                assertThat(other.search("sick leave", "hybrid")).hasSize(1);
                var took = Duration.ofNanos(System.nanoTime() - before);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
            assertThat(slowest).isLessThan(Duration.ofSeconds(2));
            assertThat(waiting).allSatisfy(w -> assertThat(w.join()).isIn("tame", "402"));
        }
        assertThat(reserved()).isZero();
        assertThat(spent()).isLessThanOrEqualTo(BigDecimal.TEN);
    }

    @Test
    void asksTheTenantsModelFirstWhenNoneIsNamed(
            @Autowired JdbcClient jdbc,
            @Autowired Tenancy tenancy,
            @Autowired TransactionTemplate transactions) {
        WILD.mood = Mood.WELL;
        assertThat(whole()).isEqualTo("wild");
        for (var model : List.of("tame", "gone")) {
            Runnable set =
                    () ->
                            transactions.executeWithoutResult(_ ->
                                    jdbc.sql(
                                                    """
                                                    insert into tenant_setting
                                                        (version, generation_model, changed_at)
                                                    values (1, :model, now())
                                                    on conflict (tenant_id) do update
                                                    set generation_model = :model
                                                    """)
                                            .param("model", model)
                                            .update());
            tenancy.as(tenant, set);
            assertThat(whole()).isEqualTo(model.equals("tame") ? "tame" : "wild");
        }
    }

    private String whole() {
        var answer = core.post("/v1/chat/completions", body(false));
        return answer.status() == 200
                ? answer.body().path("model").asString()
                : answer.status() + "";
    }

    private String stream() {
        return TestWire.post(port, TestTokens.service(tenant), body(true));
    }

    private BigDecimal spent() {
        return new BigDecimal(core.get("/v1/budgets").body().at("/items/0/spent").asString());
    }

    private BigDecimal reserved() {
        return new BigDecimal(core.get("/v1/budgets").body().at("/items/0/reserved").asString());
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
}
