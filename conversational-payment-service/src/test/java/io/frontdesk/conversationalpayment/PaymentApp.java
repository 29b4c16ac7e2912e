package io.frontdesk.conversationalpayment;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.BrokerTest;
import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import io.frontdesk.test.time.SettableClock;
import io.frontdesk.test.time.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole app on a real database and broker, with stand-ins for the services around it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "frontdesk.identity.client-secret=secret",
            "frontdesk.jobs.polling=300ms",
            "spring.http.serviceclient.payment-service.read-timeout=3s"
        })
@PostgresTest
@BrokerTest
@TrustTestTokens
@SettableTime
public abstract class PaymentApp {
    protected static final FleetStandIn FLEET = new FleetStandIn();

    /** Addresses that stand between this app and the stand-in, by service. */
    protected static final Map<String, String> BETWEEN = new ConcurrentHashMap<>();

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String[] NO_KEY = {"X-Key", "none"};

    protected final UUID tenant = UUID.randomUUID();

    @LocalServerPort private int port;
    @Autowired protected SettableClock clock;
    @Autowired private org.springframework.core.env.Environment environment;

    @DynamicPropertySource
    static void fleet(DynamicPropertyRegistry registry) {
        for (var service :
                List.of("payment-service", "calendar-integration-service", "rag-core-service")) {
            registry.add(
                    "spring.cloud.discovery.client.simple.instances." + service + "[0].uri",
                    () -> BETWEEN.getOrDefault(service, FLEET.url()));
        }
        registry.add("frontdesk.identity.token-uri", () -> FLEET.url() + "/oauth2/token");
    }

    @BeforeEach
    void calm() {
        FLEET.paymentsDown.set(false);
        FLEET.calendarDown.set(false);
        FLEET.refundsUnheard.set(false);
        FLEET.faults.clear();
        clock.set(java.time.Clock.systemUTC().instant());
    }

    @AfterEach
    void nothingStrangeWasAsked() {
        assertThat(FLEET.faults).isEmpty();
    }

    /** What came back. */
    protected record Answer(int status, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        public Answer expect(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }
    }

    protected UUID newItem(String name, String kind, @Nullable String euros) {
        var price =
                euros == null
                        ? ""
                        : ",\"price\":{\"amount\":\"" + euros + "\",\"currency\":\"EUR\"}";
        var body = "{\"name\":\"%s\",\"kind\":\"%s\"%s}".formatted(name, kind, price);
        return id(post("/api/conversational-payments/catalogue", body).expect(201));
    }

    /** A quote for one haircut of 45.50 and its token. */
    protected Answer newQuote(String visitor) {
        var item = newItem("Haircut " + UUID.randomUUID(), "product", "45.50");
        return quote(item, 1, visitor);
    }

    protected Answer quote(UUID item, int quantity, String visitor) {
        var order =
                "{\"lines\":[{\"itemId\":\"%s\",\"quantity\":%d}],\"visitor\":%s}"
                        .formatted(item, quantity, visitor);
        return send(as("owner"), "POST", "/api/conversational-payments/quotes", order, "")
                .expect(201);
    }

    protected Answer confirm(Answer quote, String more) {
        return confirm(quote.text("id"), quote.text("confirmationToken"), more);
    }

    protected Answer confirm(String quote, String token, String more) {
        return post(
                "/api/conversational-payments/quotes/" + quote + "/confirmations",
                "{\"confirmationToken\":\"" + token + "\"" + more + "}");
    }

    protected static final String VISA = ",\"paymentMethod\":\"pm_card_visa\"";

    protected String quoteStatus(String quote) {
        return get("/api/conversational-payments/quotes/" + quote).text("status");
    }

    protected List<String> audited(String action) {
        return get("/api/admin/payments/audit?limit=200&action=" + action)
                .json()
                .get("items")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    protected static UUID id(Answer answer) {
        return UUID.fromString(answer.text("id"));
    }

    /** A token for this moment of the test's own clock. */
    protected String as(String role) {
        return as(role, tenant);
    }

    protected String as(String role, UUID who) {
        return TestTokens.mint(claims ->
                claims.subject(role)
                        .claim("tenant", who.toString())
                        .claim("roles", List.of(role))
                        .claim("scope", "conversational-payments:write")
                        .issueTime(java.util.Date.from(clock.instant()))
                        .expirationTime(java.util.Date.from(clock.instant().plusSeconds(60))));
    }

    protected Answer get(String path) {
        return send(as("owner"), "GET", path, null);
    }

    protected Answer post(String path, String json) {
        return send(as("owner"), "POST", path, json);
    }

    protected Answer put(String path, String json) {
        return send(as("owner"), "PUT", path, json);
    }

    protected Answer send(String token, String method, String path, @Nullable String body) {
        return send(token, method, path, body, UUID.randomUUID().toString());
    }

    protected Answer send(
            String token, String method, String path, @Nullable String body, String key) {
        var publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(method, publisher)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .headers(key.isEmpty() ? NO_KEY : new String[] {"Idempotency-Key", key})
                        .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Does what no application may do: as the owner of the schema, in the tenant's rows. */
    protected void asSchemaOwner(String sql) {
        var url = environment.getRequiredProperty("frontdesk.database.url");
        try (var connection =
                        java.sql.DriverManager.getConnection(
                                url
                                        + (url.contains("?") ? "&" : "?")
                                        + "currentSchema=conversational_payment",
                                "conversational_payment_owner",
                                environment.getRequiredProperty(
                                        "frontdesk.database.owner-password"));
                var statement = connection.createStatement()) {
            statement.execute("set app.tenant = '" + tenant + "'");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tries a statement as the application's own role, and tells what the database said. */
    protected String asTheApp(String sql) {
        var url = environment.getRequiredProperty("frontdesk.database.url");
        try (var connection =
                        java.sql.DriverManager.getConnection(
                                url
                                        + (url.contains("?") ? "&" : "?")
                                        + "currentSchema=conversational_payment",
                                "conversational_payment_app",
                                environment.getRequiredProperty(
                                        "frontdesk.database.app-password"));
                var statement = connection.createStatement()) {
            statement.execute("set app.tenant = '" + tenant + "'");
            statement.execute(sql);
            return "done";
        } catch (SQLException e) {
            return "" + e.getMessage();
        }
    }

    /** The data of an event about a payment of a quote. */
    protected static Map<String, Object> fact(
            String payment, String status, String captured, String refunded, String quote) {
        return Map.of(
                "paymentId",
                payment,
                "status",
                status,
                "amount",
                euros("45.50"),
                "captured",
                euros(captured),
                "refunded",
                euros(refunded),
                "provider",
                "sandbox",
                "reference",
                quote,
                "quoteId",
                quote);
    }

    protected static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
