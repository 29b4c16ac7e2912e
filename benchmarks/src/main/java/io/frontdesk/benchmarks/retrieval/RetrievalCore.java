package io.frontdesk.benchmarks.retrieval;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A rag-core-service of its own: the jar that the fleet runs, alone, over HTTP. */
public final class RetrievalCore implements AutoCloseable {
    private static final String JAR = "rag-core-service/target/rag-core-service-0.1.0-SNAPSHOT.jar";
    private static final int BATCH = 64;
    private static final int START_SECONDS = 120;

    /** A passage to store; its key is its place in the list it comes in. */
    public record Passage(String title, String text) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final UUID base = UUID.randomUUID();
    private final Process process;
    private final Path log;
    private final String url;

    /** Starts it with an empty state; the settings are added to its command line. */
    public RetrievalCore(List<String> settings) throws IOException, InterruptedException {
        var jar = Path.of(System.getProperty("frontdesk.home", "."), JAR);
        if (!Files.exists(jar)) {
            throw new IOException("rag-core-service is not built: run ./fleet up once.");
        }
        var directory = Files.createTempDirectory("frontdesk-retrieval-benchmark");
        var port = freePort();
        log = directory.resolve("rag-core.log");
        url = "http://127.0.0.1:" + port;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--frontdesk.identity.mode=local",
                        "--frontdesk.state.directory=" + directory));
        command.addAll(settings);
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        awaitReady();
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

    private JsonNode call(
            String method, String path, @org.jspecify.annotations.Nullable Object body)
            throws IOException, InterruptedException {
        var content =
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
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

    private void awaitReady() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")).build();
        for (var i = 0; i < START_SECONDS * 4 && process.isAlive(); i++) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
        }
        process.destroyForcibly();
        var lines = Files.readAllLines(log);
        var end = lines.subList(Math.max(0, lines.size() - 20), lines.size());
        throw new IOException("rag-core-service did not start:\n" + String.join("\n", end));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        client.close();
    }
}
