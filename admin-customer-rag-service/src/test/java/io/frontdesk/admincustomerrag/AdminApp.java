package io.frontdesk.admincustomerrag;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.BrokerTest;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole app on a real database and broker, with a stand-in for the two RAG services. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "frontdesk.jobs.polling=200ms",
            "frontdesk.customer-rag.isolation.event=3s",
            "frontdesk.customer-rag.archive.largest=1MB"
        })
@PostgresTest
@BrokerTest
@TrustTestTokens
@Import(EventProbe.class)
public abstract class AdminApp {
    protected static final FleetStandIn FLEET = new FleetStandIn().running();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    protected final UUID tenant = UUID.randomUUID();
    protected final String rag = rag(tenant);

    @LocalServerPort private int port;
    @Autowired protected EventProbe events;

    @DynamicPropertySource
    static void fleet(DynamicPropertyRegistry registry) {
        for (var service : new String[] {"rag-knowledge-service", "rag-core-service"}) {
            registry.add(
                    "spring.cloud.discovery.client.simple.instances." + service + "[0].uri",
                    FLEET::url);
        }
    }

    @BeforeEach
    void calm() {
        FLEET.calm();
    }

    @AfterEach
    void keptToTheAgreement() {
        assertThat(FLEET.violations).isEmpty();
    }

    protected static String rag(UUID tenant) {
        return "/api/admin/customers/" + tenant + "/rag";
    }

    protected static ConditionFactory patiently() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(100));
    }

    protected Answer get(String path) {
        return send(TestTokens.operator(), "GET", path, null);
    }

    protected Answer put(String path, String json, String... headers) {
        return send(TestTokens.operator(), "PUT", path, json, headers);
    }

    protected Answer post(String path, String json, String... headers) {
        return send(TestTokens.operator(), "POST", path, json, headers);
    }

    protected Answer send(
            String token, String method, String path, @Nullable String json, String... headers) {
        return send(
                token,
                method,
                path,
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                "application/json",
                headers);
    }

    protected Answer send(
            String token,
            String method,
            String path,
            BodyPublisher body,
            String type,
            String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(method, body)
                        .header("Content-Type", type);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.ISO_8859_1),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.headers().firstValue("Content-Disposition").orElse(""));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What came back. */
    protected record Answer(int status, String latin, String etag, String disposition) {
        public String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }
    }
}
