package io.frontdesk.benchmarks.answers;

import io.frontdesk.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Asks questions whose answers are known: how many are answered with a right quote, how many that
 * the documents cannot answer are refused, and whether any sentence stands there without support.
 */
@Command(name = "answers", description = "Right answers, refusals and unsupported sentences.")
public final class AnswersBenchmark implements Callable<Integer> {
    @Option(names = "--documents", required = true, description = "A folder of documents.")
    private Path documents = Path.of("");

    @Option(
            names = "--questions",
            required = true,
            description = "JSON lines: question, answers, answerable, document.")
    private Path questions = Path.of("");

    @Option(names = "--verbose", description = "Show each question that went wrong.")
    private boolean verbose;

    private int answerable;
    private int right;
    private int wrong;
    private int unanswerable;
    private int refused;
    private int sentences;
    private int unsupported;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var asked = Question.read(questions);
        var nanos = new Histogram(3);
        try (var knowledge = new Knowledge()) {
            knowledge.read(documents);
            for (var question : asked) {
                var started = System.nanoTime();
                var answer = knowledge.answer(question.question());
                nanos.recordValue(System.nanoTime() - started);
                judge(knowledge, question, answer);
                support(knowledge, question, answer);
            }
        }
        new Table("measure", "of", "count", "share")
                .row("answerable, answered right", answerable, right, share(right, answerable))
                .row("answerable, answered wrong", answerable, wrong, share(wrong, answerable))
                .row("unanswerable, refused", unanswerable, refused, share(refused, unanswerable))
                .row(
                        "sentences without support",
                        sentences,
                        unsupported,
                        share(unsupported, sentences))
                .print(System.out);
        System.out.printf(
                "an answer took %.0f ms (p50), %.0f ms (p99)%n",
                nanos.getValueAtPercentile(50) / 1e6, nanos.getValueAtPercentile(99) / 1e6);
        return unsupported == 0 ? 0 : 1;
    }

    private void judge(Knowledge knowledge, Question question, JsonNode answer) {
        var abstained = answer.path("abstained").asBoolean();
        if (!question.answerable()) {
            unanswerable++;
            refused += abstained ? 1 : 0;
            tell(!abstained, "answered, though nothing supports it", question, answer);
            return;
        }
        answerable++;
        var quoted =
                answer.path("citations")
                        .valueStream()
                        .filter(citation -> fromThere(knowledge, question, citation))
                        .anyMatch(c -> question.isAnsweredBy(c.path("quote").asString()));
        right += quoted ? 1 : 0;
        wrong += quoted || abstained ? 0 : 1;
        tell(!quoted, abstained ? "refused" : "answered wrong", question, answer);
    }

    private static boolean fromThere(Knowledge knowledge, Question question, JsonNode citation) {
        var document = citation.path("documentId").asString();
        return question.document().isEmpty()
                || question.document().equals(knowledge.file(document));
    }

    /** Every character of an answer must lie in a cited sentence whose quote is in its passage. */
    private void support(Knowledge knowledge, Question question, JsonNode answer)
            throws IOException, InterruptedException {
        if (answer.path("abstained").asBoolean()) {
            return;
        }
        var text = new StringBuilder(answer.path("answer").asString());
        for (var citation : answer.path("citations")) {
            sentences++;
            var quote = citation.path("quote").asString();
            var passage =
                    knowledge.passage(
                            citation.path("documentId").asString(),
                            citation.path("chunkId").asString());
            int start = citation.path("start").asInt();
            int end = citation.path("end").asInt();
            var sentence = answer.path("answer").asString().substring(start, end);
            var found =
                    Question.plain(passage).contains(Question.plain(quote))
                            && Question.plain(quote).contains(Question.plain(sentence));
            unsupported += found ? 0 : 1;
            tell(!found, "not in its source: " + sentence, question, answer);
            text.replace(start, end, " ".repeat(end - start));
        }
        if (!text.toString().isBlank()) {
            sentences++;
            unsupported++;
            tell(true, "without a citation: " + text.toString().strip(), question, answer);
        }
    }

    private void tell(boolean amiss, String what, Question question, JsonNode answer) {
        if (verbose && amiss) {
            System.out.printf(
                    "%s%n  Q %s%n  A %s%n",
                    what, question.question(), answer.path("answer").asString());
        }
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
