package io.frontdesk.ragcore.reembedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragcore.Core;
import io.frontdesk.ragcore.ModelsTest;
import io.frontdesk.ragcore.embedding.BgeSmallModel;
import io.frontdesk.ragcore.embedding.EmbeddingServer.Mood;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.identity.TestTokens;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class ReembeddingTest extends ModelsTest {
    private static final int CHUNKS = 40;

    private final UUID document = UUID.randomUUID();
    private final String path = "/core/bases/" + base + "/model";
    private final EventProbe events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tenancy tenancy;

    @Autowired
    ReembeddingTest(
            @LocalServerPort int port,
            EventProbe events,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Tenancy tenancy) {
        super(port);
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tenancy = tenancy;
    }

    @Test
    void keepsFindingEverythingWhileAnotherModelTakesOver() {
        store(document, CHUNKS);
        var other = UUID.randomUUID();
        core.store(base, other, "apples and pears", "to be deleted");
        SERVER.delay = 50;
        var searches = new AtomicInteger();
        var missed = new ConcurrentLinkedQueue<String>();
        var searching = Executors.newScheduledThreadPool(2);
        for (var mode : List.of("dense", "hybrid")) {
            var _ =
                    searching.scheduleWithFixedDelay(
                            () -> {
                                if (!found(mode).containsAll(expected())) {
                                    missed.add(mode + " at " + state());
                                }
                                searches.incrementAndGet();
                            },
                            0,
                            50,
                            TimeUnit.MILLISECONDS);
        }

        assertThat(core.put(path, Map.of("model", LETTERS)).status()).isEqualTo(202);
        Awaitility.await().until(() -> state().path("progress").asDouble() > 0.1);
        assertThat(state().path("model").asString()).isEqualTo(BgeSmallModel.NAME);
        assertThat(state().path("nextModel").asString()).isEqualTo(LETTERS);
        // Stored, changed and deleted in the middle.
        var late = UUID.randomUUID();
        core.store(base, late, "late but not lost");
        core.store(base, other, "zebras and zoos");
        core.put("/core/documents/" + other + "/chunk-count", Map.of("count", 1));
        settled();
        var soFar = searches.get();
        Awaitility.await().until(() -> searches.get() > soFar + 4);
        searching.shutdownNow();
        assertThat(missed).isEmpty();

        assertThat(state().path("model").asString()).isEqualTo(LETTERS);
        assertThat(state().path("dimension").asInt()).isEqualTo(16);
        assertThat(state().path("progress").asDouble()).isEqualTo(1);
        assertThat(found("dense"))
                .contains("late but not lost", "zebras and zoos")
                .doesNotContain("apples and pears", "to be deleted")
                .hasSize(CHUNKS + 2);
        assertThat(best("zebras and zoos")).isEqualTo("zebras and zoos");
        var event = events.await(Reembedded.TYPE, base.toString());
        assertThat(event.tenant()).isEqualTo(tenant);
        assertThat(event.data().path("chunks").asInt()).isEqualTo(CHUNKS + 2);
        assertThat(event.data().path("previousModel").asString()).isEqualTo(BgeSmallModel.NAME);
    }

    @AfterEach
    void nothingGoesOn() {
        SERVER.mood = Mood.WELL;
        settled();
    }

    @Test
    void goesOnWhereAKilledRunStopped(@Autowired @Qualifier("jobRunner") SmartLifecycle runner) {
        store(document, CHUNKS);
        SERVER.wellFor.set(3);
        SERVER.once = Mood.HANGS;
        core.put(path, Map.of("model", LETTERS));
        Awaitility.await().until(() -> SERVER.calls.get() == 4);
        runner.stop();
        assertThat(SERVER.texts).hasSize(12);
        runner.start();

        settled();
        assertThat(state().path("model").asString()).isEqualTo(LETTERS);
        assertThat(new HashSet<>(SERVER.texts)).hasSize(CHUNKS);
        assertThat(SERVER.texts).hasSizeBetween(CHUNKS, CHUNKS + 4);
        assertThat(found("dense")).hasSize(CHUNKS);
    }

    @Test
    void triesOnWhenTheEndpointFailsAndShowsWhy() {
        store(document, 6);
        SERVER.mood = Mood.WRONG_DIMENSION;
        core.put(path, Map.of("model", LETTERS));
        Awaitility.await().until(() -> state().path("problem").asString("").contains("dimensions"));
        assertThat(state().path("progress").asDouble()).isZero();
        assertThat(found("dense")).hasSize(6);
        // Storing goes on too, by the model that the base has.
        assertThat(core.store(base, UUID.randomUUID(), "stored meanwhile").status()).isEqualTo(200);

        SERVER.mood = Mood.WELL;
        settled();
        assertThat(state().path("model").asString()).isEqualTo(LETTERS);
        assertThat(state().path("problem").isNull()).isTrue();
        assertThat(found("dense")).hasSize(7);
    }

    @Test
    void callsItOff() {
        store(document, 12);
        SERVER.delay = 200;
        core.put(path, Map.of("model", LETTERS));
        Awaitility.await().until(() -> state().path("progress").asDouble() > 0);
        core.put(path, Map.of("model", BgeSmallModel.NAME));
        assertThat(state().path("nextModel").isNull()).isTrue();
        Awaitility.await().until(() -> extraVectors() == 0);
        assertThat(state().path("model").asString()).isEqualTo(BgeSmallModel.NAME);
        assertThat(found("dense")).hasSize(12);
    }

    @Test
    void goesBackAndForth() {
        store(document, 10);
        for (var model : List.of(LETTERS, BgeSmallModel.NAME, DEAR, LETTERS)) {
            core.put(path, Map.of("model", model));
            Awaitility.await().until(() -> state().path("model").asString().equals(model));
        }
        settled();
        assertThat(found("dense")).hasSize(10);
    }

    @Test
    void searchesBasesOfDifferentModelsTogether() {
        store(document, 5);
        var second = UUID.randomUUID();
        core.put("/core/bases/" + second + "/model", Map.of("model", LETTERS));
        core.store(second, UUID.randomUUID(), "zebras in zoos", "a b c");
        assertThat(found("dense")).hasSize(7);
        assertThat(core.search("zebras in zoos", "hybrid")).first().isEqualTo("zebras in zoos");
        assertThat(core.search("number 3 of the handbook", "hybrid"))
                .first()
                .asString()
                .contains("number 3");
    }

    @Test
    void embedsOnlyWhatWasInsertedAtTheTop() {
        core.put(path, Map.of("model", LETTERS));
        var texts = IntStream.range(0, 130).mapToObj(i -> "paragraph number " + i).toList();
        inBatches(texts);
        assertThat(SERVER.texts).hasSize(130);
        SERVER.texts.clear();
        var longer = new java.util.ArrayList<>(List.of("a new first one"));
        longer.addAll(texts);
        inBatches(longer);

        assertThat(SERVER.texts).hasSize(1).first().asString().contains("a new first one");
        assertThat(core.search("129", "lexical")).containsExactly("paragraph number 129");
    }

    @Test
    void refusesUnknownModelsAndKeepsTenantsApart() {
        var unknown = core.put(path, Map.of("model", "none"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().path("detail").asString()).contains(LETTERS);
        store(document, 2);
        var other = Core.service(port, UUID.randomUUID());
        other.put(path, Map.of("model", LETTERS));
        assertThat(other.get(path).body().path("model").asString()).isEqualTo(LETTERS);
        assertThat(state().path("model").asString()).isEqualTo(BgeSmallModel.NAME);
        var visitor = new Core(port, TestTokens.visitor(tenant));
        assertThat(visitor.put(path, Map.of("model", LETTERS)).status()).isEqualTo(403);
        assertThat(visitor.get(path).status()).isEqualTo(403);
    }

    private void inBatches(List<String> texts) {
        for (var from = 0; from < texts.size(); from += 64) {
            var first = from;
            var chunks =
                    IntStream.range(from, Math.min(texts.size(), from + 64))
                            .mapToObj(i -> Map.of("ordinal", i, "text", texts.get(i)))
                            .toList();
            var stored =
                    core.put(
                            "/core/bases/" + base + "/documents/" + document + "/chunks",
                            Map.of("chunks", chunks));
            assertThat(stored.status()).as("from " + first).isEqualTo(200);
        }
    }

    private void store(UUID document, int chunks) {
        core.store(
                base,
                document,
                IntStream.range(0, chunks)
                        .mapToObj(i -> "This is number " + i + " of the handbook.")
                        .toArray(String[]::new));
    }

    private static Set<String> expected() {
        var all = new HashSet<String>();
        for (var i = 0; i < CHUNKS; i++) {
            all.add("This is number " + i + " of the handbook.");
        }
        return all;
    }

    private List<String> found(String mode) {
        var answer =
                core.post(
                        "/core/search",
                        Map.of("query", "number of the handbook", "mode", mode, "topK", 100));
        return answer.body()
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("text").asString())
                .toList();
    }

    private String best(String query) {
        return core.search(query, "dense").getFirst();
    }

    private JsonNode state() {
        return core.get(path).body();
    }

    /** The switch is made and the old vectors are gone. */
    private void settled() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> state().path("nextModel").isNull() && extraVectors() == 0);
    }

    private long extraVectors() {
        Supplier<Long> count =
                () ->
                        transactions.execute(_ ->
                                jdbc.sql("select count(*) from chunk_embedding")
                                        .query(Long.class)
                                        .single());
        return tenancy.as(tenant, count);
    }
}
