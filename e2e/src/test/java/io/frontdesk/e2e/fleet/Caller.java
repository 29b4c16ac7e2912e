package io.frontdesk.e2e.fleet;

import io.frontdesk.test.contract.Wire;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Someone who calls the fleet with a key, or a service with a token, as curl would. */
public final class Caller {
    private static final JsonMapper JSON = new JsonMapper();

    private final Wire wire;
    private final String address;
    private final @Nullable String key;

    /** Calls without a credential where the key is null. */
    public Caller(String address, @Nullable String key) {
        this.wire = new Wire(address);
        this.address = address;
        this.key = key;
    }

    /** The same caller at the same address with another credential. */
    public Caller with(@Nullable String otherKey) {
        return new Caller(address, otherKey);
    }

    /** What came back; the body is missing where it is no JSON. */
    public record Answer(int status, JsonNode body, String text) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        public String id() {
            return body.path("id").asString();
        }

        /** This answer, when it has the expected status. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + ", got " + status + ": " + text);
            }
            return this;
        }
    }

    public Answer get(String path) {
        return answer(wire.get(path, key));
    }

    public Answer delete(String path) {
        return answer(wire.send(wire.request(path, key).DELETE()));
    }

    /** Posts under an idempotency key of its own. */
    public Answer post(String path, Map<String, ?> body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Posts under this idempotency key. */
    public Answer post(String path, Map<String, ?> body, String idempotencyKey) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer put(String path, Map<String, ?> body) {
        return call("PUT", path, JSON.writeValueAsString(body));
    }

    /** Sends the text as JSON, whether it is or not; a post is under a key of its own. */
    public Answer call(String method, String path, String json) {
        return answer(wire.call(method, path, key, json));
    }

    /** Uploads a file as a form, under an idempotency key. */
    public Answer upload(String path, String name, byte[] content, String idempotencyKey) {
        // Told apart by the key alone, so that a repeated request has the same bytes.
        var boundary = "frontdesk-" + idempotencyKey;
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                lines(
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + '"',
                        "Content-Type: application/octet-stream",
                        "",
                        ""));
        body.writeBytes(content);
        body.writeBytes(lines("", "--" + boundary + "--", ""));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    public HttpRequest.Builder request(String path) {
        return wire.request(path, key);
    }

    public Answer send(HttpRequest.Builder request) {
        return answer(wire.send(request));
    }

    private static byte[] lines(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), json(response.body()), response.body());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
