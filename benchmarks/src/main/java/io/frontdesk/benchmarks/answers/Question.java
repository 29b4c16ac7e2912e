package io.frontdesk.benchmarks.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question with what is known of its answer.
 *
 * @param answers a right answer holds one of them, in any case and with any blanks
 * @param document the file that it must be quoted from; empty if any will do
 */
record Question(String question, List<String> answers, boolean answerable, String document) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads JSON lines. */
    static List<Question> read(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Question::of).toList();
        }
    }

    private static Question of(String line) {
        var node = JSON.readTree(line);
        return new Question(
                node.path("question").asString(),
                node.path("answers").valueStream().map(JsonNode::asString).toList(),
                node.path("answerable").asBoolean(true),
                node.path("document").asString(""));
    }

    boolean isAnsweredBy(String quote) {
        var said = plain(quote);
        return answers.stream().anyMatch(answer -> said.contains(plain(answer)));
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
