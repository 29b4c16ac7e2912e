package io.frontdesk.ragknowledge.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.frontdesk.ragknowledge.answering.Answer;
import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an answer is worth. */
enum Verdict {
    /** Holds an expected answer, or quotes the expected document where none is given. */
    RIGHT,
    /** Holds none, or answers what cannot be answered. */
    WRONG,
    /** Refuses what cannot be answered. */
    REFUSED_RIGHT,
    /** Refuses what could have been answered. */
    REFUSED_WRONG;

    static Verdict of(AskedQuestion question, Answer answer) {
        if (answer.abstained()) {
            return question.answerable() ? REFUSED_WRONG : REFUSED_RIGHT;
        }
        return question.answerable() && isRight(question, answer) ? RIGHT : WRONG;
    }

    private static boolean isRight(AskedQuestion question, Answer answer) {
        if (question.expected().isEmpty()) {
            return !Boolean.FALSE.equals(citesExpected(question, answer));
        }
        var said = plain(answer.answer());
        return question.expected().stream().anyMatch(expected -> said.contains(plain(expected)));
    }

    /** Whether a citation is from the expected document; null where none is expected. */
    static @Nullable Boolean citesExpected(AskedQuestion question, Answer answer) {
        var id = question.documentId();
        var title = question.documentTitle();
        if (id == null && title == null) {
            return null;
        }
        return answer.citations().stream()
                .anyMatch(citation ->
                        citation.documentId().equals(id)
                                || citation.title().equalsIgnoreCase(title));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** As the API and the database write it. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Verdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
