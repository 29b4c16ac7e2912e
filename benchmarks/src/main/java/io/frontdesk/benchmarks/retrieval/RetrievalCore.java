package io.frontdesk.benchmarks.retrieval;

import io.frontdesk.benchmarks.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rag-core-service of its own: the jar that the fleet runs, alone, over HTTP. */
public final class RetrievalCore implements AutoCloseable {
    private static final int BATCH = 64;

    /** A passage to store; its key is its place in the list it comes in. */
    public record Passage(String title, String text) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final UUID base = UUID.randomUUID();
    private final ServiceProcess service;

    /** Starts it with an empty state; the settings are added to its command line. */
    public RetrievalCore(List<String> settings) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("--frontdesk.identity.mode=local"));
        all.addAll(settings);
        service = new ServiceProcess("rag-core-service", all, Map.of());
    }

    /** Stores the passages in one base and tells which chunk became which. */
    public Map<String, Integer> store(List<Passage> passages)
            throws IOException, InterruptedException {
        var document = UUID.randomUUID();
        for (var start = 0; start < passages.size(); start += BATCH) {
            var chunks = new ArrayList<Map<String, Object>>();
            for (var i = start; i < Math.min(start + BATCH, passages.size()); i++) {
                var passage = passages.get(i);
                chunks.add(Map.of("ordinal", i, "title", passage.title(), "text", passage.text()));
            }
            var path = "/core/bases/" + base + "/documents/" + document + "/chunks";
            call("PUT", path, Map.of("chunks", chunks));
        }
        return keys(document);
    }

    /** The chunks found, best first. */
    public List<String> search(String query, String mode, int limit)
            throws IOException, InterruptedException {
        var answer =
                call("POST", "/core/search", Map.of("query", query, "mode", mode, "topK", limit));
        return answer.path("hits").valueStream().map(h -> h.path("chunkId").asString()).toList();
    }

    private Map<String, Integer> keys(UUID document) throws IOException, InterruptedException {
        var keys = new HashMap<String, Integer>();
        var cursor = "";
        do {
            var path = "/core/documents/" + document + "/chunks?limit=200" + cursor;
            var page = call("GET", path, null);
            page.path("items")
                    .forEach(
                            i -> keys.put(i.path("chunkId").asString(), i.path("ordinal").asInt()));
            cursor =
                    page.path("nextCursor").isString()
                            ? "&cursor=" + page.path("nextCursor").asString()
                            : "";
        } while (!cursor.isEmpty());
        return keys;
    }

    private JsonNode call(String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        var content =
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        var request =
                HttpRequest.newBuilder(URI.create(service.address() + path))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", "application/json")
                        .method(method, content)
                        .build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        var answer = json.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException(method + " " + path + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        service.close();
        client.close();
    }
}
