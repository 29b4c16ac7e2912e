package io.frontdesk.benchmarks.retrieval;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.frontdesk.benchmarks.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rag-core-service of its own: the jar that the fleet runs, alone, over HTTP. */
public final class RetrievalCore implements AutoCloseable {
    private static final int BATCH = 64;
    // Each waits for eight seconds.
    private static final int INDEX_TRIES = 100;
    private static final Pattern EMBEDDING = Pattern.compile("embedding;dur=([0-9.]+)");

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

    /**
     * What a search found.
     *
     * @param chunks best first
     * @param embedding milliseconds that embedding the question took of it
     */
    public record Found(List<String> chunks, double embedding) {}

    public Found search(String query, String mode, int limit)
            throws IOException, InterruptedException {
        var response =
                send("POST", "/core/search", Map.of("query", query, "mode", mode, "topK", limit));
        var told = EMBEDDING.matcher(response.headers().firstValue("Server-Timing").orElse(""));
        var hits = json.readTree(response.body()).path("hits");
        return new Found(
                hits.valueStream().map(hit -> hit.path("chunkId").asString()).toList(),
                told.find() ? Double.parseDouble(told.group(1)) : 0);
    }

    /** The vector of a question. */
    public float[] question(String text) throws IOException, InterruptedException {
        var body = Map.of("model", "bge-small-en-v1.5-query", "input", text);
        var values = call("POST", "/v1/embeddings", body).path("data").path(0).path("embedding");
        var vector = new float[values.size()];
        for (var i = 0; i < vector.length; i++) {
            vector[i] = values.path(i).floatValue();
        }
        return vector;
    }

    /** Returns when the index holds all rows: what is stored now is found, and all before it. */
    public void awaitIndex() throws IOException, InterruptedException {
        var chunk = List.of(Map.of("ordinal", 0, "title", "", "text", "The index is level."));
        var path = "/core/bases/" + base + "/documents/" + UUID.randomUUID() + "/chunks";
        for (var i = 0; ; i++) {
            try {
                call("PUT", path, Map.of("chunks", chunk));
                return;
            } catch (IOException behind) {
                if (i == INDEX_TRIES) {
                    throw behind;
                }
            }
        }
    }

    /** Where it keeps its files. */
    public Path state() {
        return service.state();
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
        return json.readTree(send(method, path, body).body());
    }

    private HttpResponse<byte[]> send(String method, String path, @Nullable Object body)
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
        if (response.statusCode() != 200) {
            throw new IOException(method + " " + path + ": " + new String(response.body(), UTF_8));
        }
        return response;
    }

    @Override
    public void close() throws IOException {
        service.close();
        client.close();
    }
}
