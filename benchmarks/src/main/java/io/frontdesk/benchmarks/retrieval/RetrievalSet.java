package io.frontdesk.benchmarks.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A test collection in the format of BEIR (Thakur et al., 2021).
 *
 * @param relevant for each query's id, the grade of each relevant document
 */
record RetrievalSet(
        List<Text> corpus, List<Text> queries, Map<String, Map<String, Integer>> relevant) {
    private static final JsonMapper JSON = new JsonMapper();

    record Text(String id, String title, String text) {}

    /** Reads it; only queries with a relevant document count, at most as many as the limit. */
    static RetrievalSet read(Path corpus, Path queries, Path qrels, int limit) throws IOException {
        var relevant = relevant(qrels);
        return new RetrievalSet(
                texts(corpus),
                texts(queries).stream()
                        .filter(query -> relevant.containsKey(query.id()))
                        .limit(limit)
                        .toList(),
                relevant);
    }

    static List<Text> texts(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(RetrievalSet::text).toList();
        }
    }

    private static Text text(String line) {
        JsonNode node = JSON.readTree(line);
        return new Text(
                node.path("_id").asString(),
                node.path("title").asString(""),
                node.path("text").asString(""));
    }

    private static Map<String, Map<String, Integer>> relevant(Path file) throws IOException {
        var relevant = new HashMap<String, Map<String, Integer>>();
        for (var line : Files.readAllLines(file)) {
            var cells = line.split("\t", -1);
            if (cells.length >= 3 && cells[2].matches("\\d+") && !cells[2].equals("0")) {
                relevant.computeIfAbsent(cells[0], id -> new HashMap<>())
                        .put(cells[1], Integer.valueOf(cells[2]));
            }
        }
        return relevant;
    }
}
