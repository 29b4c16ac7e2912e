package io.frontdesk.admincustomerrag.policy;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.joda.money.Money;
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
        @Valid Quotas quotas) {

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

    private static final int MOST = 100_000_000;

    /**
     * How documents are cut.
     *
     * @param maxTokens of a chunk, 64 to 500
     */
    public record Chunking(@Min(64) @Max(500) Integer maxTokens) {
        public Chunking {
            maxTokens = requireNonNullElse(maxTokens, 200);
        }
    }

    /**
     * Which models work for the tenant; null for the platform's first.
     *
     * @param embedding applies to all of the tenant's bases
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Models(
            @Nullable @Size(max = 200) @Pattern(regexp = NAME, message = NAMES) String embedding,
            @Nullable @Size(max = 200) @Pattern(regexp = NAME, message = NAMES) String generation) {
        private static final String NAME = "[A-Za-z0-9][\\w.:/@+-]*";
        private static final String NAMES = "must be the name of a model";
    }

    /**
     * How passages are found.
     *
     * @param denseWeight of meaning against words, 0 to 1
     * @param passages that may be quoted, 1 to 20
     */
    public record Retrieval(
            @DecimalMin("0") @DecimalMax("1") Double denseWeight,
            @Min(1) @Max(20) Integer passages) {
        public Retrieval {
            denseWeight = requireNonNullElse(denseWeight, 0.8);
            passages = requireNonNullElse(passages, 8);
        }
    }

    /**
     * When an answer is given.
     *
     * @param minimumConfidence below which a question is refused, 0 to 1
     * @param generate whether a language model words the answer, where one is configured
     */
    public record Answering(
            @DecimalMin("0") @DecimalMax("1") Double minimumConfidence, Boolean generate) {
        public Answering {
            minimumConfidence = requireNonNullElse(minimumConfidence, 0.42);
            generate = requireNonNullElse(generate, false);
        }
    }

    /**
     * How the assistant speaks.
     *
     * @param instructions for a language model; they never outrank the rule to quote
     * @param refusal said instead of the standard refusal
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Persona(
            @Nullable @Size(min = 1, max = 100) String name,
            @Nullable @Size(min = 1, max = 4000) String instructions,
            @Nullable @Size(min = 1, max = 1000) String refusal) {}

    /**
     * What is never talked about.
     *
     * @param phrases a question that holds one of them, by its words, is refused
     * @param reply said instead; null for the standard refusal
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BlockedTopic(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(min = 2, max = 200) String> phrases,
            @Nullable @Size(min = 1, max = 1000) String reply) {}

    /**
     * For how long things are kept.
     *
     * @param unansweredDays 1 to 3,650
     * @param questionDays 1 to 3,650
     * @param documentVersions earlier versions of a document, 0 to 100
     */
    public record Retention(
            @Min(1) @Max(3650) Integer unansweredDays,
            @Min(1) @Max(3650) Integer questionDays,
            @Min(0) @Max(100) Integer documentVersions) {
        public Retention {
            unansweredDays = requireNonNullElse(unansweredDays, 90);
            questionDays = requireNonNullElse(questionDays, 90);
            documentVersions = requireNonNullElse(documentVersions, 10);
        }
    }

    /**
     * What a tenant may use; null for no limit, zero for nothing.
     *
     * @param questionsPerMonth in a calendar month, UTC
     * @param spendPerMonth for language models, at most 1,000,000 in its currency
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Quotas(
            @Nullable @Min(0) @Max(MOST) Integer documents,
            @Nullable @Min(0) @Max(MOST) Integer chunks,
            @Nullable @Min(0) @Max(MOST) Integer questionsPerMonth,
            @Nullable @Allowance Money spendPerMonth) {}
}
