package io.frontdesk.ragknowledge.evaluation;

import io.frontdesk.ragknowledge.answering.AnswerQuestion;
import io.frontdesk.ragknowledge.answering.Question;
import io.frontdesk.ragknowledge.questionset.AskedQuestion;
import io.frontdesk.ragknowledge.questionset.QuestionSets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Goes on with a run: puts a few of the questions that have no result yet. It may be stopped at any
 * point and started again, in another process too.
 */
@Service
class Evaluate {

    /** Documents to be read in are waiting for the same threads. */
    private static final int AT_ONCE = 20;

    private static final int MOST_FAILURES = 6;
    private static final Logger LOG = LoggerFactory.getLogger(Evaluate.class);

    private final EvaluationRuns runs;
    private final EvaluationResults results;
    private final QuestionSets sets;
    private final AnswerQuestion answerQuestion;

    Evaluate(
            EvaluationRuns runs,
            EvaluationResults results,
            QuestionSets sets,
            AnswerQuestion answerQuestion) {
        this.runs = runs;
        this.results = results;
        this.sets = sets;
        this.answerQuestion = answerQuestion;
    }

    /** Works on, and answers after which pause to do so again; empty when the run has ended. */
    Optional<Duration> goOn(UUID id) {
        var run = runs.find(id).orElse(null);
        if (run == null || !run.status().equals("running")) {
            return Optional.empty();
        }
        var questions = sets.get(run.setId()).questions();
        var done = results.positions(id);
        int asked = 0;
        for (int i = 0; questions != null && i < questions.size(); i++) {
            if (done.contains(i)) {
                continue;
            }
            if (asked++ == AT_ONCE || Thread.currentThread().isInterrupted()) {
                return Optional.of(Duration.ZERO);
            }
            try {
                ask(run, i, questions.get(i));
            } catch (RuntimeException failed) {
                return afterFailure(id, failed);
            }
        }
        runs.ended(id, null);
        return Optional.empty();
    }

    private void ask(EvaluationRun run, int position, AskedQuestion question) {
        long start = System.nanoTime();
        var answer =
                answerQuestion.answer(
                        new Question(question.question(), run.baseIds(), null, "", false));
        var taken = Duration.ofNanos(System.nanoTime() - start);
        results.add(run.id(), position, question, answer, taken.toMillis());
    }

    private Optional<Duration> afterFailure(UUID id, RuntimeException failure) {
        int failures = runs.failedOnce(id);
        LOG.warn("A question of evaluation run {} could not be put", id, failure);
        if (failures < MOST_FAILURES) {
            return Optional.of(Duration.ofSeconds(1L << failures));
        }
        runs.ended(
                id,
                "A question could not be put %d times over; the log of the service says why."
                        .formatted(MOST_FAILURES));
        return Optional.empty();
    }
}
