package io.frontdesk.ragcore.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.ModelsTest;
import io.frontdesk.ragcore.embedding.EmbeddingServer.Mood;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class EndpointModelTest extends ModelsTest {
    private final UUID document = UUID.randomUUID();

    EndpointModelTest(@LocalServerPort int port) {
        super(port);
    }

    @Test
    void embedsInBatchesAtUnitLengthAndInOrder() {
        var input = IntStream.range(0, 10).mapToObj(i -> "text " + "x".repeat(i + 1)).toList();
        var body = core.post("/v1/embeddings", Map.of("model", LETTERS, "input", input)).body();

        assertThat(SERVER.calls).hasValue(3);
        assertThat(body.path("data")).hasSize(10);
        assertThat(body.at("/usage/prompt_tokens").asInt()).isEqualTo(100);
        var squares =
                body.at("/data/3/embedding")
                        .valueStream()
                        .mapToDouble(x -> x.asDouble() * x.asDouble())
                        .sum();
        assertThat(squares).isBetween(0.999, 1.001);
        var alone =
                core.post("/v1/embeddings", Map.of("model", LETTERS, "input", input.get(7))).body();
        assertThat(body.at("/data/7/embedding")).isEqualTo(alone.at("/data/0/embedding"));
    }

    @Test
    void putsTheModelsOwnPrefixBeforeAQuestion() {
        core.post("/v1/embeddings", Map.of("model", LETTERS + "-query", "input", "hours?"));
        assertThat(SERVER.texts).containsExactly("query: hours?");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void storesNothingWhenTheEndpointMisbehaves(Mood mood) {
        core.put("/core/bases/" + base + "/model", Map.of("model", LETTERS));
        SERVER.mood = mood;
        var texts = new String[] {"a one", "b two", "c three", "d four", "e five", "f six"};
        var before = System.nanoTime();
        var answer = core.store(base, document, texts);
        var took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("type").asString()).endsWith("embedding-unavailable");
        assertThat(answer.body().path("detail").asString())
                .contains(LETTERS)
                .doesNotContain("http");
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(core.get("/core/documents/" + document + "/chunks").body().path("items"))
                .isEmpty();
        SERVER.mood = Mood.WELL;
        assertThat(core.store(base, document, texts).status()).isEqualTo(200);
    }

    @Test
    void storesNoHalfWhenTheSecondBatchFails() {
        core.put("/core/bases/" + base + "/model", Map.of("model", LETTERS));
        SERVER.wellFor.set(1);
        SERVER.mood = Mood.BROKEN;
        var texts = new String[] {"a one", "b two", "c three", "d four", "e five", "f six"};
        assertThat(core.store(base, document, texts).status()).isEqualTo(503);
        assertThat(core.get("/core/documents/" + document + "/chunks").body().path("items"))
                .isEmpty();
    }

    @Test
    void asksOnceMoreAfterAPassingFailure() {
        SERVER.wellFor.set(0);
        SERVER.mood = Mood.WELL;
        var first = Map.of("model", LETTERS, "input", "again");
        // The first call breaks, and the counter is below zero for the second.
        assertThat(core.post("/v1/embeddings", first).status()).isEqualTo(200);
        assertThat(SERVER.calls).hasValue(2);
    }

    @Test
    void doesNotHoldUpTheBuiltInModelWhileAnEndpointHangs() {
        core.store(base, document, "Sick leave is 13 days.");
        SERVER.mood = Mood.HANGS;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    IntStream.range(0, 40)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () ->
                                                    core.post(
                                                                    "/v1/embeddings",
                                                                    Map.of(
                                                                            "model", LETTERS,
                                                                            "input", "x"))
                                                            .status(),
                                            callers))
                            .toList();
            var slowest = 0L;
            for (var i = 0; i < 20; i++) {
                var before = System.nanoTime();
                assertThat(core.search("sick leave", "dense")).hasSize(1);
                slowest = Math.max(slowest, System.nanoTime() - before);
            }
            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(2));
            assertThat(waiting).allSatisfy(w -> assertThat(w.join()).isEqualTo(503));
        }
    }

    @Test
    void paysFromTheBudgetAndStopsAtIt() {
        limit("0.05");
        // Ten tokens for each text are told, at 0.001 each; reserved are its bytes and some.
        assertThat(embed(core, "0123456789").status()).isEqualTo(200);
        assertThat(spent()).isEqualByComparingTo("0.01");
        var refused = embed(core, "x".repeat(60));
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.body().path("type").asString()).endsWith("budget-exceeded");
        assertThat(refused.body().at("/error/type").asString()).isEqualTo("insufficient_quota");
        assertThat(SERVER.calls).hasValue(1);
        assertThat(embed(new Core(port, core.token()), "ok").status()).isEqualTo(200);
    }

    @Test
    void releasesWhatARefusedCallReserved() {
        SERVER.mood = Mood.BUSY;
        assertThat(embed(core, "x").status()).isEqualTo(503);
        assertThat(spent()).isZero();
        SERVER.mood = Mood.GARBAGE;
        assertThat(embed(core, "x").status()).isEqualTo(503);
        assertThat(spent()).as("it may have cost its worst").isPositive();
    }

    @Test
    void neverSpendsMoreThanTheBudgetHoweverManyAskAtOnce() {
        limit("1");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 200)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () -> embed(core, "0123456789").status(), callers))
                            .toList();
            assertThat(answers).allSatisfy(a -> assertThat(a.join()).isIn(200, 402, 503));
        }
        assertThat(spent()).isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(SERVER.calls.get()).isBetween(1, 100);
    }

    private Core.Answer embed(Core as, String text) {
        return as.post("/v1/embeddings", Map.of("model", DEAR, "input", List.of(text)));
    }

    private void limit(String amount) {
        var set = core.put("/v1/budgets", Map.of("limit", new BigDecimal(amount)));
        assertThat(set.status()).isEqualTo(200);
    }

    private BigDecimal spent() {
        return new BigDecimal(core.get("/v1/budgets").body().at("/items/0/spent").asString());
    }
}
