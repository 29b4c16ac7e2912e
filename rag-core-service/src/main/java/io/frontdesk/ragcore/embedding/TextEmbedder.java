package io.frontdesk.ragcore.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Shares the model between those who wait for an answer and those who ingest. Questions have
 * threads of their own, so that one never queues behind passages; the operating system gives each
 * its share of a core. The model loads in the background, and who comes earlier waits for it.
 */
@Component
public class TextEmbedder implements EmbeddingModels.Embedder, DisposableBean {
    /** What bge-small was trained to see before a question, and not before a passage. */
    private static final String QUESTION =
            "Represent this sentence for searching relevant passages: ";

    private static final int QUESTION_LENGTH = 2_000;
    private static final int QUESTION_THREADS = 2;
    private static final int WAITING = 1_024;
    private static final int BATCH = 32;
    private static final Duration LOADING = Duration.ofSeconds(30);

    private final CompletableFuture<BgeSmallModel> model = new CompletableFuture<>();
    private final Semaphore places = new Semaphore(WAITING);
    private final ExecutorService passages;
    private final ExecutorService questions;
    private final Timer passageTime;
    private final Timer questionTime;

    TextEmbedder(MeterRegistry meters) {
        passages = pool("embed-passage-", Runtime.getRuntime().availableProcessors());
        questions = pool("embed-question-", QUESTION_THREADS);
        passageTime = meters.timer("frontdesk.embedding", "kind", "passage");
        questionTime = meters.timer("frontdesk.embedding", "kind", "question");
        passages.execute(this::load);
    }

    @Override
    public int dimension() {
        return BgeSmallModel.DIMENSION;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    /**
     * Embeds what is searched for, as the model wants it. Only the first 2,000 characters count.
     *
     * @throws EmbeddingBusy when the model is not there yet
     */
    public Embedding question(String text) {
        var head = text.length() <= QUESTION_LENGTH ? text : text.substring(0, QUESTION_LENGTH);
        return result(
                questions.submit(() -> questionTime.recordCallable(() -> embed(QUESTION + head))));
    }

    @Override
    public List<Embedding> questions(List<String> texts) {
        return texts.stream().map(this::question).toList();
    }

    /**
     * Embeds what is found, on all cores, in the order given.
     *
     * @throws EmbeddingBusy when too many texts wait already
     */
    @Override
    public List<Embedding> passages(List<String> texts) {
        if (!places.tryAcquire(texts.size())) {
            throw new EmbeddingBusy(
                    "More than " + WAITING + " texts wait already. Try again in some seconds.");
        }
        try {
            var futures =
                    texts.stream()
                            .map(text ->
                                    passages.submit(
                                            () -> passageTime.recordCallable(() -> embed(text))))
                            .toList();
            return futures.stream().map(TextEmbedder::result).toList();
        } finally {
            places.release(texts.size());
        }
    }

    /** Whether the model is loaded. */
    public boolean ready() {
        return model.isDone() && !model.isCompletedExceptionally();
    }

    private void load() {
        try {
            var loaded = BgeSmallModel.load();
            // The first run allocates what all later ones reuse.
            loaded.embed("warm");
            model.complete(loaded);
        } catch (RuntimeException | LinkageError e) {
            model.completeExceptionally(e);
            throw e;
        }
    }

    private Embedding embed(String text) throws ExecutionException, InterruptedException {
        try {
            return model.get(LOADING.toSeconds(), TimeUnit.SECONDS).embed(text);
        } catch (TimeoutException e) {
            throw new EmbeddingBusy("The embedding model is still loading. Try again soon.");
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingBusy("Interrupted while waiting for the embedding.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EmbeddingBusy busy) {
                throw busy;
            }
            throw new IllegalStateException("Embedding failed", e.getCause());
        }
    }

    /** Platform threads: the model runs native code, which would pin a virtual thread's carrier. */
    private static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name(name, 0).factory());
    }

    @Override
    public void destroy() throws Exception {
        passages.shutdown();
        questions.shutdown();
        var ended =
                passages.awaitTermination(5, TimeUnit.SECONDS)
                        && questions.awaitTermination(5, TimeUnit.SECONDS);
        // Closing it under a running call would crash the process.
        if (ended && ready()) {
            model.join().close();
        }
    }

    /** Not ready before the model is loaded. */
    @Component("embeddingHealthIndicator")
    static class Readiness implements HealthIndicator {
        private final TextEmbedder embedder;

        Readiness(TextEmbedder embedder) {
            this.embedder = embedder;
        }

        @Override
        public Health health() {
            return (embedder.ready() ? Health.up() : Health.outOfService()).build();
        }
    }
}
