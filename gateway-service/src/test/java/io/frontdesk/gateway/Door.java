package io.frontdesk.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the gateway as its callers do. */
public record Door(int port, @Nullable String credential) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Door open(int port) {
        return new Door(port, null);
    }

    public Door with(@Nullable String other) {
        return new Door(port, other);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, BodyPublishers.ofString(json), all);
    }

    public HttpResponse<String> send(
            String method, String path, BodyPublisher body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(method, body);
        if (credential != null) {
            request.header("Authorization", "Bearer " + credential);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new key for the demo tenant, with its id. */
    public JsonNode newKey(String fields) {
        return json(with(Fleet.DEMO).post("/api/api-keys", "{\"name\":\"test\"" + fields + "}"));
    }

    /** A new tenant's owner key. */
    public String ownerOfNewTenant() {
        var operator = with(Fleet.OPERATOR);
        var tenant =
                json(
                        operator.post(
                                "/api/tenants",
                                """
                                {"name":"Other","timeZone":"Asia/Tokyo","currency":"JPY"}
                                """));
        var id = UUID.fromString(tenant.path("id").asString());
        return json(operator.post(
                        "/api/api-keys", "{\"name\":\"k\",\"tenantId\":\"%s\"}".formatted(id)))
                .path("key")
                .asString();
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
