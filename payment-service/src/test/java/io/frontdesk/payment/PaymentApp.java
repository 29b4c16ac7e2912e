package io.frontdesk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import io.frontdesk.test.time.SettableClock;
import io.frontdesk.test.time.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole app on a real database, with a tenant of its own for each test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@PostgresTest
@TrustTestTokens
@SettableTime
@Import({EventProbe.class, BreakingDatabase.Wrapping.class})
public abstract class PaymentApp {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    protected final UUID tenant = UUID.randomUUID();

    @Autowired protected SettableClock clock;
    @Autowired protected BreakingDatabase database;
    @LocalServerPort private int port;

    protected static String amount(String amount, String currency) {
        return "{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount, currency);
    }

    protected static String order(String amount, String method) {
        return "{\"amount\":%s,\"paymentMethod\":\"%s\"}".formatted(amount(amount, "EUR"), method);
    }

    protected static String reserve(String amount) {
        return "{\"amount\":%s,\"paymentMethod\":\"pm_card_visa\",\"capture\":\"manual\"}"
                .formatted(amount(amount, "EUR"));
    }

    protected static String some(String amount) {
        return "{\"amount\":%s}".formatted(amount(amount, "EUR"));
    }

    protected Answer pay(String body) {
        return post("/api/payments", body);
    }

    protected void goesWrong(String faults) {
        var answer = put("/api/payments/sandbox/faults", faults);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    protected String paid(String amount) {
        return id(pay(order(amount, "pm_card_visa")));
    }

    protected String reserved(String amount) {
        return id(pay(reserve(amount)));
    }

    protected static String id(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    protected Answer payment(String id) {
        return get("/api/payments/" + id);
    }

    /** Time goes on while it waits. */
    protected JsonNode awaitPayment(String id, Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            return payment(id).json();
                        },
                        wanted);
    }

    /** Valid by the app's clock, which tests move. */
    protected String token(@Nullable UUID of, String role) {
        var now = clock.instant();
        return TestTokens.mint(claims ->
                claims.subject(role)
                        .claim("tenant", of == null ? null : of.toString())
                        .claim("roles", List.of(role))
                        .claim("scope", "payments:read payments:write payments:refund")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60))));
    }

    protected Answer get(String path) {
        return send(token(tenant, "owner"), "GET", path, null, null);
    }

    protected Answer put(String path, String body) {
        return send(token(tenant, "owner"), "PUT", path, body, null);
    }

    /** With a key of its own. */
    protected Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    protected Answer post(String path, String body, @Nullable String key) {
        return send(token(tenant, "owner"), "POST", path, body, key);
    }

    protected Answer send(
            @Nullable String token,
            String method,
            String path,
            @Nullable String body,
            @Nullable String key) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.build());
    }

    protected Answer form(String path, String body) {
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .build());
    }

    protected URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
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

        public String text(String field) {
            return json().get(field).asString();
        }

        public String money(String field) {
            return json().get(field).get("amount").stringValue();
        }

        public String problem() {
            return json().get("type").stringValue().replace("urn:frontdesk:problem:", "");
        }
    }
}
