package io.frontdesk.ragcore.embedding;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.frontdesk.ragcore.budget.Budgets;
import io.frontdesk.ragcore.budget.Reservation;
import io.frontdesk.ragcore.embedding.EmbeddingProperties.Endpoint;
import io.frontdesk.ragcore.provider.BoundedHttpBuilder;
import io.frontdesk.ragcore.provider.NotReached;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model behind an OpenAI-compatible API. A bounded number of calls runs at once, questions beside
 * passages, so that an endpoint that hangs holds nobody up but its own callers.
 */
final class EndpointModel implements EmbeddingModels.Embedder {
    private static final Logger log = LoggerFactory.getLogger(EndpointModel.class);
    private static final int BYTES_OF_A_NUMBER = 40;
    private static final int BYTES_AROUND = 64 * 1024;
    private static final int LONGEST_QUESTION = 2_000;
    private static final int ATTEMPTS = 2;
    private static final int PRICE_UNIT_DIGITS = 6;
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Endpoint endpoint;
    private final Budgets budgets;
    private final EmbeddingModel client;
    private final Semaphore questions;
    private final Semaphore passages;

    EndpointModel(Endpoint endpoint, Budgets budgets) {
        this.endpoint = endpoint;
        this.budgets = budgets;
        questions = new Semaphore(endpoint.parallel(), true);
        passages = new Semaphore(endpoint.parallel(), true);
        var largest =
                (long) endpoint.batch() * endpoint.dimension() * BYTES_OF_A_NUMBER + BYTES_AROUND;
        client =
                OpenAiEmbeddingModel.builder()
                        .httpClientBuilder(
                                new BoundedHttpBuilder(
                                        endpoint.timeout(), largest, EmbeddingAnswer::requireOrder))
                        .baseUrl(endpoint.url().toString())
                        .apiKey(endpoint.apiKey())
                        .modelName(endpoint.modelName())
                        .maxSegmentsPerBatch(endpoint.batch())
                        .timeout(endpoint.timeout())
                        .maxRetries(0)
                        .build();
    }

    @Override
    public int dimension() {
        return endpoint.dimension();
    }

    @Override
    public int batch() {
        return endpoint.batch();
    }

    @Override
    public List<Embedding> questions(List<String> texts) {
        return inBatches(questions, texts.stream().map(this::question).toList());
    }

    private String question(String text) {
        return endpoint.queryPrefix()
                + text.substring(0, Math.min(text.length(), LONGEST_QUESTION));
    }

    @Override
    public List<Embedding> passages(List<String> texts) {
        return inBatches(
                passages, texts.stream().map(text -> endpoint.passagePrefix() + text).toList());
    }

    private List<Embedding> inBatches(Semaphore places, List<String> texts) {
        var embeddings = new ArrayList<Embedding>();
        for (var from = 0; from < texts.size(); from += endpoint.batch()) {
            var end = Math.min(texts.size(), from + endpoint.batch());
            embeddings.addAll(within(places, texts.subList(from, end)));
        }
        return embeddings;
    }

    private List<Embedding> within(Semaphore places, List<String> texts) {
        try {
            if (!places.tryAcquire(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EmbeddingBusy(
                        "Too many calls wait for %s. Try again soon.".formatted(endpoint.id()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddingBusy("Interrupted while waiting for the embedding.");
        }
        try {
            return embed(texts);
        } finally {
            places.release();
        }
    }

    /** Embedding changes nothing, so that what broke off at once may be asked again. */
    private List<Embedding> embed(List<String> texts) {
        for (var attempt = 1; ; attempt++) {
            var reserved = reserve(texts);
            try {
                var answer = client.embedAll(texts.stream().map(TextSegment::from).toList());
                var embeddings = EmbeddingAnswer.checked(answer, texts.size(), dimension());
                settle(reserved, answer);
                return embeddings;
            } catch (RuntimeException failed) {
                giveUp(reserved, failed);
                if (attempt == ATTEMPTS || !passing(failed)) {
                    log.warn("{} failed: {}", endpoint, failed.toString());
                    throw new EmbeddingUnavailable(
                            "The embedding model %s %s. Nothing was stored; try again later."
                                    .formatted(endpoint.id(), EmbeddingAnswer.wrong(failed)),
                            failed);
                }
            }
        }
    }

    private static boolean passing(RuntimeException failed) {
        return failed instanceof InternalServerException
                || failed.getCause() instanceof UncheckedIOException
                || failed instanceof UncheckedIOException;
    }

    private @Nullable Reservation reserve(List<String> texts) {
        if (endpoint.price() == null) {
            return null;
        }
        var tokens =
                texts.stream()
                        .mapToLong(text -> 8 + text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
        return budgets.reserve(
                "", endpoint.id(), cost(tokens), endpoint.timeout().multipliedBy(2).plus(MARGIN));
    }

    private void settle(@Nullable Reservation reserved, Response<?> answer) {
        if (reserved != null) {
            var usage = answer.tokenUsage();
            var tokens = usage == null ? null : usage.inputTokenCount();
            budgets.settle(
                    reserved,
                    tokens == null ? reserved.amount() : cost(tokens),
                    tokens == null ? 0 : tokens,
                    0);
        }
    }

    private void giveUp(@Nullable Reservation reserved, RuntimeException failed) {
        if (reserved == null) {
            return;
        }
        if (NotReached.is(failed)
                || failed instanceof NonRetriableException
                || failed instanceof RateLimitException
                || failed.getCause() instanceof HttpException) {
            budgets.release(reserved);
        } else {
            budgets.settle(reserved, reserved.amount(), 0, 0);
        }
    }

    private BigDecimal cost(long tokens) {
        return Objects.requireNonNull(endpoint.price())
                .multiply(BigDecimal.valueOf(tokens))
                .movePointLeft(PRICE_UNIT_DIGITS)
                .setScale(PRICE_UNIT_DIGITS, RoundingMode.UP);
    }
}
