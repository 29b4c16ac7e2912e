package io.frontdesk.ragknowledge.refusal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * A topic that is not answered.
 *
 * @param phrases a question that holds one of them is of the topic. A phrase is words in a row,
 *     whatever their case; a word ending in {@code *} stands for all that begin so, and a lone
 *     {@code *} for up to four words
 * @param reply said instead of an answer
 */
public record RefusalRule(String topic, List<String> phrases, String reply, Action action) {

    public RefusalRule {
        phrases = List.copyOf(phrases);
    }

    /** Whether the question is of this topic. */
    public boolean covers(String question) {
        var words = Phrase.words(question);
        return phrases.stream().anyMatch(phrase -> Phrase.of(phrase).isIn(words));
    }

    /** What happens instead of an answer. */
    public enum Action {
        /** The reply, and nothing more. */
        REFUSE,
        /** The reply, and a person takes over. */
        HANDOFF;

        /** As the API and the database write it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Action of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
