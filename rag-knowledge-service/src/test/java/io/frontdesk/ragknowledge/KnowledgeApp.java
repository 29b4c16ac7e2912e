package io.frontdesk.ragknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole app on a real database, with a stand-in for rag-core-service. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "frontdesk.knowledge.max-document-size=1MB",
            "frontdesk.knowledge.multi-agent.deadline=3s",
            "frontdesk.knowledge.crawling.delay=20ms",
            "frontdesk.jobs.polling=200ms"
        })
@PostgresTest
@TrustTestTokens
@Import(EventProbe.class)
public abstract class KnowledgeApp {

    protected static final RagCoreStandIn CORE = new RagCoreStandIn().running();
    protected static final WebStandIn WEB = new WebStandIn();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BOUNDARY = "----part";

    protected final UUID tenant = UUID.randomUUID();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void core(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.cloud.discovery.client.simple.instances.rag-core-service[0].uri",
                CORE::url);
        registry.add("frontdesk.knowledge.fetching.allow-hosts", WEB::authority);
    }

    protected UUID newBase() {
        return id(post("/api/knowledge/bases", "{\"name\":\"Handbook\"}"));
    }

    protected Answer get(String path) {
        return send(TestTokens.owner(tenant), "GET", path, null, "application/json");
    }

    protected Answer delete(String path) {
        return send(TestTokens.owner(tenant), "DELETE", path, null, "application/json");
    }

    protected Answer post(String path, String json) {
        return send(
                TestTokens.owner(tenant),
                "POST",
                path,
                BodyPublishers.ofString(json),
                "application/json");
    }

    protected Answer put(String path, String json) {
        return send(
                TestTokens.owner(tenant),
                "PUT",
                path,
                BodyPublishers.ofString(json),
                "application/json");
    }

    protected Answer upload(UUID base, String fileName, byte[] bytes) {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(BOUNDARY, fileName);
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(bytes),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return send(
                TestTokens.owner(tenant),
                "POST",
                "/api/knowledge/bases/" + base + "/documents",
                body,
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    protected Answer upload(UUID base, String fileName, String text) {
        return upload(base, fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until the document is ready or failed. */
    protected JsonNode finished(UUID document) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> get("/api/knowledge/documents/" + document).json(),
                        found -> found.get("status").stringValue().matches("ready|failed"));
    }

    protected static UUID id(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
        return UUID.fromString(answer.json().get("id").stringValue());
    }

    protected Answer send(
            String token, String method, String path, @Nullable BodyPublisher body, String type) {
        return send(token, method, path, body, type, "*/*");
    }

    protected Answer send(
            String token,
            String method,
            String path,
            @Nullable BodyPublisher body,
            String type,
            String accept) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(method, body == null ? BodyPublishers.noBody() : body)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .header("Accept", accept)
                        .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What came back. */
    protected record Answer(int status, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }
}
