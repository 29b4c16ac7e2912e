package io.frontdesk.ragknowledge.answering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sentences quoted from documents, or the admission that they hold no answer.
 *
 * @param confidence from 0 to 1
 * @param reason why it abstains: {@code no-support}, {@code blocked-topic}, {@code handoff} (a
 *     person takes over), {@code language}, {@code unsupported} or {@code check-failed}; null where
 *     it answers
 * @param overrideId the curated answer that it is; null where it comes from documents
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        String answer,
        boolean abstained,
        List<Citation> citations,
        double confidence,
        @Nullable String reason,
        @Nullable UUID overrideId) {

    private static final String NOTHING = "The documents do not answer this question.";

    /** Abstains, in these words or the standard ones. */
    static Answer refusal(@Nullable String words, double confidence, String reason) {
        var said = words == null || words.isBlank() ? NOTHING : words;
        return new Answer(said, true, List.of(), confidence, reason, null);
    }

    /**
     * Where a sentence of the answer comes from.
     *
     * @param quote stands word for word in the chunk
     * @param start where the sentence that the quote supports begins in the answer
     * @param end where it ends, exclusive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Citation(
            UUID documentId,
            String title,
            UUID chunkId,
            String heading,
            @Nullable Integer page,
            String quote,
            int start,
            int end) {}
}
