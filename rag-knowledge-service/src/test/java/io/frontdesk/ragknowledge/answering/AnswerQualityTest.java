package io.frontdesk.ragknowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.Samples;
import io.frontdesk.ragknowledge.evidence.BgeEmbedder;
import io.frontdesk.ragknowledge.evidence.Shelf;
import io.frontdesk.ragknowledge.parsing.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Asks real questions about real pages with the real model; reports the numbers. */
class AnswerQualityTest {

    @Test
    void answersMostQuestionsAndAbstainsWhereThePagesAreSilent(TestReporter report)
            throws IOException {
        var embedder = new BgeEmbedder();
        var shelf = new Shelf(embedder);
        for (var file : Samples.in("handbook")) {
            shelf.add(file.getFileName().toString(), Reading.of(file).content());
        }
        var answering = new Answering(embedder);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (var question : questions()) {
            var passages = shelf.search(question.text(), AnswerQuestion.LOOKED_AT);
            tallies.computeIfAbsent(question.set(), _ -> new Tally())
                    .count(question, answering.answer(question.text(), passages));
        }
        tallies.forEach((set, tally) -> report.publishEntry(set, tally.toString()));

        for (var set : List.of("holdout", "fresh")) {
            assertThat(tallies.get(set))
                    .as(set)
                    .satisfies(tally -> {
                        assertThat(tally.right * 100 / tally.answerable())
                                .isGreaterThanOrEqualTo(55);
                        assertThat(tally.wrong * 100 / tally.answerable()).isLessThanOrEqualTo(20);
                        assertThat(tally.invented * 100 / tally.unanswerable())
                                .isLessThanOrEqualTo(12);
                    });
        }
    }

    private static List<Question> questions() throws IOException {
        try (var lines = AnswerQualityTest.class.getResourceAsStream("/answering/questions.tsv")) {
            assertThat(lines).isNotNull();
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(parts -> new Question(parts[0], parts[1], parts[2]))
                    .filter(question -> !question.set().equals("calibration"))
                    .toList();
        }
    }

    private record Question(String set, String text, String expected) {

        boolean hasAnswer() {
            return !expected.equals("-");
        }

        boolean isAnsweredBy(String answer) {
            var lower = answer.toLowerCase(Locale.ROOT);
            return List.of(expected.toLowerCase(Locale.ROOT).split("\\|", -1)).stream()
                    .anyMatch(lower::contains);
        }
    }

    private static final class Tally {
        private int right;
        private int wrong;
        private int withheld;
        private int invented;
        private int abstained;

        void count(Question question, Answer answer) {
            if (!question.hasAnswer()) {
                invented += answer.abstained() ? 0 : 1;
                abstained += answer.abstained() ? 1 : 0;
            } else if (answer.abstained()) {
                withheld++;
            } else if (question.isAnsweredBy(answer.answer())) {
                right++;
            } else {
                wrong++;
            }
        }

        int answerable() {
            return right + wrong + withheld;
        }

        int unanswerable() {
            return invented + abstained;
        }

        @Override
        public String toString() {
            return "answerable: %d right, %d wrong, %d abstained; unanswerable: %d answered, %d abstained"
                    .formatted(right, wrong, withheld, invented, abstained);
        }
    }
}
