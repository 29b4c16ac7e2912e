package io.frontdesk.ragcore;

import io.frontdesk.test.identity.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the app as rag-knowledge-service does. */
public record Core(int port, String token) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back; the body is missing where there is none. */
    public record Answer(int status, JsonNode body) {}

    public static Core service(int port, UUID tenant) {
        return new Core(port, TestTokens.service(tenant));
    }

    public Answer store(UUID base, UUID document, String... texts) {
        var chunks =
                IntStream.range(0, texts.length)
                        .mapToObj(i -> Map.of("ordinal", i, "text", texts[i], "title", "Handbook"))
                        .toList();
        return put(
                "/core/bases/" + base + "/documents/" + document + "/chunks",
                Map.of("chunks", chunks));
    }

    public List<String> search(String query, String mode) {
        var answer = post("/core/search", Map.of("query", query, "mode", mode));
        return answer.body()
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("text").asString())
                .toList();
    }

    public Answer get(String path) {
        return call(HttpMethod.GET, path, "");
    }

    public Answer delete(String path) {
        return call(HttpMethod.DELETE, path, "");
    }

    public Answer put(String path, Object body) {
        return call(HttpMethod.PUT, path, JSON.writeValueAsString(body));
    }

    public Answer post(String path, Object body) {
        return call(HttpMethod.POST, path, JSON.writeValueAsString(body));
    }

    /** Sends the body as it is. */
    public Answer call(HttpMethod method, String path, String body) {
        return RestClient.create()
                .method(method)
                .uri("http://localhost:" + port + path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) ->
                        new Answer(
                                response.getStatusCode().value(),
                                JSON.readTree(response.getBody())));
    }
}
