package io.frontdesk.ragknowledge.multiagent;

import io.frontdesk.ragknowledge.agreement.Disagreements.Statement;
import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.specialist.Assistant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A sentence of an agent's answer with all that supports it.
 *
 * @param citations none only where a person wrote the answer
 */
record Said(Assistant agent, String text, List<Answer.Citation> citations) {

    /** The sentences of an answer in order; what no citation covers is left out. */
    static List<Said> by(Assistant agent, Answer answer) {
        if (answer.overrideId() != null && answer.citations().isEmpty()) {
            return List.of(new Said(agent, answer.answer(), List.of()));
        }
        var said = new ArrayList<Said>();
        var sorted =
                answer.citations().stream()
                        .sorted(
                                Comparator.comparingInt(Answer.Citation::start)
                                        .thenComparing(
                                                Answer.Citation::end, Comparator.reverseOrder()))
                        .toList();
        int covered = 0;
        for (var citation : sorted) {
            if (citation.start() >= covered) {
                var text = answer.answer().substring(citation.start(), citation.end());
                said.add(new Said(agent, text, new ArrayList<>(List.of(citation))));
                covered = citation.end();
            } else if (citation.end() <= covered) {
                said.getLast().citations().add(citation);
            }
        }
        return said;
    }

    Statement statement() {
        return new Statement(text, citations.isEmpty() ? "" : citations.getFirst().heading());
    }

    /** Whether both say the same, word for word; capitals, blanks and the full stop aside. */
    boolean repeats(Said other) {
        return plain(text).equals(plain(other.text));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}&&[^€$%:.,-]]+", " ")
                .replaceAll("[.!?,]+$", "")
                .strip();
    }
}
