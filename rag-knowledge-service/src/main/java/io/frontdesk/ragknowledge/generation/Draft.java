package io.frontdesk.ragknowledge.generation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a language model says that the answer is. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Draft(@Nullable List<@Nullable Sentence> sentences) {

    /** Those that are there at all. */
    List<Sentence> present() {
        return sentences == null
                ? List.of()
                : sentences.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    /**
     * One sentence.
     *
     * @param source number of the passage, from 1
     * @param quote from that passage
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sentence(@Nullable String text, int source, @Nullable String quote) {}
}
