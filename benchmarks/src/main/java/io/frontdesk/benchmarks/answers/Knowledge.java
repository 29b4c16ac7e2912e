package io.frontdesk.benchmarks.answers;

import io.frontdesk.benchmarks.service.ServiceProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * rag-knowledge-service and rag-core-service alone, from their jars, with one base of documents.
 */
final class Knowledge implements AutoCloseable {
    private static final String BOUNDARY = "----frontdesk";
    private static final int READY_SECONDS = 600;
    private static final List<String> LOCAL = List.of("--frontdesk.identity.mode=local");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final ServiceProcess core;
    private final ServiceProcess knowledge;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> passages = new HashMap<>();

    Knowledge() throws IOException, InterruptedException {
        core = new ServiceProcess("rag-core-service", LOCAL, Map.of());
        try {
            var at =
                    "--spring.cloud.discovery.client.simple.instances.rag-core-service[0].uri="
                            + core.address();
            knowledge =
                    new ServiceProcess(
                            "rag-knowledge-service", List.of(LOCAL.getFirst(), at), Map.of());
        } catch (IOException | InterruptedException e) {
            core.close();
            throw e;
        }
    }

    /** Uploads every file below the folder and waits until each is ready or has failed. */
    void read(Path documents) throws IOException, InterruptedException {
        var base = send("POST", "/api/knowledge/bases", "{\"name\":\"Benchmark\"}").path("id");
        var path = "/api/knowledge/bases/" + base.asString() + "/documents";
        try (var files = Files.walk(documents)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var uploaded = upload(path, file).path("id").asString();
                names.put(uploaded, file.getFileName().toString());
                var status = awaitEnd(uploaded);
                if (!status.equals("ready")) {
                    System.out.printf("%s: %s%n", file.getFileName(), status);
                }
            }
        }
    }

    JsonNode answer(String question) throws IOException, InterruptedException {
        return send(
                "POST",
                "/api/knowledge/answers",
                json.writeValueAsString(Map.of("question", question)));
    }

    /** The file that a document was uploaded from. */
    String file(String document) {
        return names.getOrDefault(document, "");
    }

    /** The text of a passage that an answer cites; empty when there is none such. */
    String passage(String document, String chunk) throws IOException, InterruptedException {
        if (!passages.containsKey(chunk)) {
            var cursor = "";
            do {
                var path = "/core/documents/" + document + "/chunks?limit=200" + cursor;
                var page = get(core.address() + path);
                for (var item : page.path("items")) {
                    passages.put(item.path("chunkId").asString(), item.path("text").asString());
                }
                var next = page.path("nextCursor").asString("");
                cursor = next.isEmpty() ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
        }
        return passages.getOrDefault(chunk, "");
    }

    private String awaitEnd(String document) throws IOException, InterruptedException {
        for (var i = 0; i < READY_SECONDS * 5; i++) {
            var status =
                    get(knowledge.address() + "/api/knowledge/documents/" + document)
                            .path("status")
                            .asString();
            if (status.equals("ready") || status.equals("failed")) {
                return status;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new IOException(document + " was not ready in " + READY_SECONDS + " s");
    }

    private JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(BOUNDARY, file.getFileName())
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                knowledge.address() + path,
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private JsonNode get(String address) throws IOException, InterruptedException {
        return send("GET", address, "application/json", BodyPublishers.noBody());
    }

    private JsonNode send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(
                method,
                knowledge.address() + path,
                "application/json",
                BodyPublishers.ofString(body));
    }

    private JsonNode send(String method, String address, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", type)
                        .header("Accept", "application/json")
                        .method(method, body)
                        .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + address + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    @Override
    public void close() throws IOException {
        knowledge.close();
        core.close();
        client.close();
    }
}
