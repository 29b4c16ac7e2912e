package io.frontdesk.ragknowledge.answering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sentences quoted from documents, or the admission that they hold no answer.
 *
 * @param confidence from 0 to 1
 */
record Answer(String answer, boolean abstained, List<Citation> citations, double confidence) {

    private static final String NOTHING = "The documents do not answer this question.";

    static Answer none(double confidence) {
        return new Answer(NOTHING, true, List.of(), confidence);
    }

    /**
     * Where a sentence of the answer comes from.
     *
     * @param quote stands word for word in the chunk
     * @param start where the sentence that the quote supports begins in the answer
     * @param end where it ends, exclusive
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Citation(
            UUID documentId,
            String title,
            UUID chunkId,
            String heading,
            @Nullable Integer page,
            String quote,
            int start,
            int end) {}
}
