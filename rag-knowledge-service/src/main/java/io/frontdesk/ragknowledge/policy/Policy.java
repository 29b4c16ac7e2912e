package io.frontdesk.ragknowledge.policy;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's configuration of answering; what is absent has its default.
 *
 * @param languages that are answered, as ISO 639-1 codes; empty for all
 */
public record Policy(
        Chunking chunking,
        Models models,
        Retrieval retrieval,
        Answering answering,
        Persona persona,
        List<BlockedTopic> blockedTopics,
        List<String> languages,
        Retention retention,
        Quotas quotas) {

    public static final Policy DEFAULT =
            new Policy(
                    new Chunking(200),
                    new Models(null, null),
                    new Retrieval(0.8, 8),
                    new Answering(0.42, false),
                    new Persona(null, null, null),
                    List.of(),
                    List.of(),
                    new Retention(90, 90, 10),
                    new Quotas(null, null, null, null));

    /**
     * How documents are cut.
     *
     * @param maxTokens of a chunk, 64 to 500
     */
    public record Chunking(int maxTokens) {}

    /**
     * Which models work for the tenant; null for the platform's first.
     *
     * @param embedding applies to all of the tenant's bases
     */
    public record Models(@Nullable String embedding, @Nullable String generation) {}

    /**
     * How passages are found.
     *
     * @param denseWeight of meaning against words, 0 to 1
     * @param passages that may be quoted, 1 to 20
     */
    public record Retrieval(double denseWeight, int passages) {}

    /**
     * When an answer is given.
     *
     * @param minimumConfidence below which a question is refused, 0 to 1
     * @param generate whether a language model words the answer, where one is configured
     */
    public record Answering(double minimumConfidence, boolean generate) {}

    /**
     * How the assistant speaks.
     *
     * @param instructions for a language model; they never outrank the rule to quote
     * @param refusal said instead of the standard refusal
     */
    public record Persona(
            @Nullable String name, @Nullable String instructions, @Nullable String refusal) {}

    /**
     * What is never talked about.
     *
     * @param phrases a question that holds one of them, by its words, is refused
     * @param reply said instead; null for the standard refusal
     */
    public record BlockedTopic(String name, List<String> phrases, @Nullable String reply) {}

    /** For how long things are kept: days, and earlier versions of a document. */
    public record Retention(int unansweredDays, int questionDays, int documentVersions) {}

    /**
     * What a tenant may use; null for no limit.
     *
     * @param questionsPerMonth in a calendar month, UTC
     */
    public record Quotas(
            @Nullable Integer documents,
            @Nullable Integer chunks,
            @Nullable Integer questionsPerMonth,
            @Nullable Spend spendPerMonth) {}

    /** Money for language models, enforced by rag-core-service. */
    public record Spend(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = "string") BigDecimal amount,
            String currency) {}
}
