package io.frontdesk.test.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain HTTP to an app, where no client library smooths the edges. */
public final class Wire {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private final String address;

    /** Talks to {@code http://host:port}. */
    public Wire(String address) {
        this.address = address;
    }

    /** Sends no credential where the token is null or empty. */
    public HttpResponse<String> get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    /** Calls an operation on ids that nothing has, with a JSON body where it takes one. */
    public HttpResponse<String> call(Operation operation, @Nullable String token, String json) {
        return call(operation.method(), operation.pathToNothing(), token, json);
    }

    /** Sends JSON, except with GET; a POST under an idempotency key of its own. */
    public HttpResponse<String> call(
            String method, String path, @Nullable String token, String json) {
        var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        var request =
                request(path, token)
                        .header("Content-Type", "application/json")
                        .method(method, body);
        return send(
                method.equals("POST")
                        ? request.header("Idempotency-Key", UUID.randomUUID().toString())
                        : request);
    }

    /** A request to be completed by the caller, within half a minute. */
    public HttpRequest.Builder request(String path, @Nullable String token) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
        return token == null || token.isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
