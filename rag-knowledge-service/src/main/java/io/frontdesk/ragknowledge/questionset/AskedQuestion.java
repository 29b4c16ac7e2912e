package io.frontdesk.ragknowledge.questionset;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question with what is expected of its answer.
 *
 * @param answerable whether the documents hold an answer; where they do not, a refusal is right
 * @param documentId from which the answer is expected to be quoted; null where any will do
 * @param documentTitle the same by title, for documents whose id is not known
 * @param answers of which a right answer holds at least one, in whatever case; empty where a
 *     citation of the expected document will do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedQuestion(
        @NotBlank @Size(max = 2000) String question,
        boolean answerable,
        @Nullable UUID documentId,
        @Nullable @Size(max = 300) String documentTitle,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> answers) {

    /** The answers, none where none were given. */
    public List<String> expected() {
        return Objects.requireNonNullElse(answers, List.of());
    }
}
