package io.frontdesk.launcher.stage;

import io.frontdesk.launcher.checkout.FleetFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the fleet as any customer's server does: through the gateway, with an API key. */
public final class GatewayClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final String key;

    public GatewayClient(String gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** The answer of a call that may be refused. */
    public record Answer(int status, JsonNode body) {}

    public JsonNode get(String path) {
        return successful("GET " + path, tryGet(path));
    }

    public Answer tryGet(String path) {
        return send(request(path).GET());
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return successful("POST " + path, tryPost(path, body));
    }

    /** Under a key of its own, so that a repeated attempt does nothing twice. */
    public Answer tryPost(String path, Map<String, ?> body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer tryDelete(String path) {
        return send(request(path).DELETE());
    }

    /** A body that is not JSON. */
    public String text(String path) {
        try {
            var response = http.send(request(path).GET().build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new FleetFailure(
                        "GET " + path + " was answered with " + response.statusCode(),
                        "Look at ./fleet logs gateway.");
            }
            return response.body();
        } catch (IOException e) {
            throw new FleetFailure(
                    "The gateway does not answer: " + e.getMessage(),
                    "Look at ./fleet status and ./fleet logs gateway.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the gateway", e);
        }
    }

    public JsonNode upload(String path, DemoDocument document) {
        var boundary = "frontdesk-" + UUID.randomUUID();
        return successful(
                "POST " + path,
                send(
                        request(path)
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(BodyPublishers.ofByteArray(document.multipart(boundary)))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key);
    }

    /** Waits where the limit is reached, and while a service that is only read from comes back. */
    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            for (var attempt = 1; attempt < ATTEMPTS && passing(response); attempt++) {
                var wait = response.headers().firstValueAsLong("Retry-After").orElse(1);
                Thread.sleep(Duration.ofSeconds(Math.min(wait, 10)));
                response = http.send(request.build(), BodyHandlers.ofByteArray());
            }
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new FleetFailure(
                    "The gateway does not answer: " + e.getMessage(),
                    "Look at ./fleet status and ./fleet logs gateway.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the gateway", e);
        }
    }

    private static boolean passing(HttpResponse<?> response) {
        return response.statusCode() == 429
                || (response.statusCode() == 503 && response.request().method().equals("GET"));
    }

    private static JsonNode json(byte[] body) {
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }

    private static JsonNode successful(String call, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new FleetFailure(
                    call + " was answered with " + answer.status() + ": " + answer.body(),
                    "The trace id above is also in the logs: ./fleet logs gateway, ./fleet logs"
                            + " rag-knowledge.");
        }
        return answer.body();
    }
}
