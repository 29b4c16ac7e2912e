package io.frontdesk.e2e.knowledge;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A knowledge base as a caller of the public API sees it. */
public record KnowledgeBase(Caller caller, String id) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public static KnowledgeBase create(Caller caller, String name) {
        return new KnowledgeBase(
                caller, caller.post("/api/knowledge/bases", Map.of("name", name)).expect(201).id());
    }

    public Answer upload(String name, byte[] content) {
        return upload(name, content, UUID.randomUUID().toString());
    }

    public Answer upload(String name, byte[] content, String idempotencyKey) {
        return caller.upload(
                "/api/knowledge/bases/" + id + "/documents", name, content, idempotencyKey);
    }

    public Answer write(String title, String text) {
        return caller.post(
                "/api/knowledge/bases/" + id + "/documents", Map.of("title", title, "text", text));
    }

    /** Waits until the document is ready or failed, and returns it. */
    public JsonNode awaitEnd(String document) {
        return Awaitility.await("document " + document + " is ready or failed")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(
                        () -> caller.get("/api/knowledge/documents/" + document),
                        answer ->
                                answer.ok()
                                        && List.of("ready", "failed")
                                                .contains(answer.body().path("status").asString()))
                .body();
    }

    public List<JsonNode> search(String query) {
        return search(query, "hybrid");
    }

    /** Searches by one of the modes {@code hybrid}, {@code dense} and {@code lexical}. */
    public List<JsonNode> search(String query, String mode) {
        var answer =
                caller.post(
                        "/api/knowledge/search",
                        Map.of("query", query, "baseIds", List.of(id), "topK", 10, "mode", mode));
        return items(answer.expect(200).body().path("hits")).toList();
    }

    public JsonNode ask(String question) {
        return caller.post(
                        "/api/knowledge/answers",
                        Map.of("question", question, "baseIds", List.of(id)))
                .expect(200)
                .body();
    }

    public static Stream<JsonNode> items(JsonNode array) {
        return array.valueStream();
    }
}
