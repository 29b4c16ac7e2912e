package io.frontdesk.ragknowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.ragknowledge.evidence.BgeEmbedder;
import io.frontdesk.ragknowledge.evidence.Shelf;
import io.frontdesk.ragknowledge.pack.Pack;
import io.frontdesk.ragknowledge.pack.ShippedPacks;
import io.frontdesk.ragknowledge.parsing.Reading;
import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Asks each industry pack its own questions with the real model; reports the numbers. */
class PackQualityTest {

    private static final int FLOOR_RIGHT = 85;
    private static final int MOST_WRONG = 8;
    private static final int MOST_INVENTED = 1;
    private static final BgeEmbedder EMBEDDER = new BgeEmbedder();

    @TempDir private Path directory;

    @Test
    void answersMostQuestionsOfEachPackAndRefusesWhatItMust(TestReporter report)
            throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        for (var pack : ShippedPacks.all()) {
            tallies.put(pack.name(), measured(pack, report));
        }
        tallies.forEach((name, tally) -> report.publishEntry(name, tally.toString()));

        assertThat(tallies).hasSize(8);
        tallies.forEach((name, tally) -> {
            assertThat(tally.right * 100 / tally.answerable())
                    .as(name)
                    .isGreaterThanOrEqualTo(FLOOR_RIGHT);
            assertThat(tally.wrong * 100 / tally.answerable())
                    .as(name)
                    .isLessThanOrEqualTo(MOST_WRONG);
            assertThat(tally.invented).as(name).isLessThanOrEqualTo(MOST_INVENTED);
        });
    }

    private Tally measured(Pack pack, TestReporter report) throws IOException {
        var shelf = new Shelf(EMBEDDER);
        for (var article : pack.articles()) {
            var file = directory.resolve(pack.name() + "-" + article.file());
            Files.writeString(file, article.text());
            shelf.add(article.title(), Reading.of(file).content());
        }
        var answering = new Answering(EMBEDDER);
        var tally = new Tally();
        for (var question : pack.questions()) {
            var text = question.question();
            if (pack.refusals().stream().anyMatch(rule -> rule.covers(text))) {
                tally.refused(question);
            } else {
                var passages = shelf.search(text, AnswerQuestion.LOOKED_AT);
                var answer = answering.answer(text, passages);
                var note = tally.answered(question, answer);
                if (!note.isEmpty()) {
                    report.publishEntry(pack.name(), note + ": " + text + " -> " + answer.answer());
                }
            }
        }
        return tally;
    }

    private static final class Tally {
        private int right;
        private int wrong;
        private int withheld;
        private int forbidden;
        private int byRule;
        private int abstained;
        private int invented;

        void refused(AskedQuestion question) {
            forbidden += question.answerable() ? 1 : 0;
            byRule += question.answerable() ? 0 : 1;
        }

        /** Answers what is wrong with it; nothing if all is well. */
        String answered(AskedQuestion question, Answer answer) {
            if (!question.answerable()) {
                invented += answer.abstained() ? 0 : 1;
                abstained += answer.abstained() ? 1 : 0;
                return answer.abstained() ? "" : "answered";
            } else if (answer.abstained()) {
                withheld++;
                return "withheld";
            }
            var said = answer.answer().toLowerCase(Locale.ROOT);
            boolean good =
                    question.expected().stream()
                            .anyMatch(each -> said.contains(each.toLowerCase(Locale.ROOT)));
            right += good ? 1 : 0;
            wrong += good ? 0 : 1;
            return good ? "" : "wrong";
        }

        int answerable() {
            return right + wrong + withheld + forbidden;
        }

        @Override
        public String toString() {
            return ("answerable: %d right, %d wrong, %d abstained, %d refused by a rule;"
                            + " unanswerable: %d refused by a rule, %d abstained, %d answered")
                    .formatted(right, wrong, withheld, forbidden, byRule, abstained, invented);
        }
    }
}
