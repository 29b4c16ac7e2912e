package io.frontdesk.calendarplugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.events.BrokerTest;
import io.frontdesk.test.events.TestBroker;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
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

/** The whole app on a real database and broker, with stand-ins for what is around it. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "frontdesk.jobs.polling=300ms",
            "frontdesk.calendar-plugin.allow-http-hosts=127.0.0.1",
            "frontdesk.calendar-plugin.consent.public-url=https://desk.example"
        })
@PostgresTest
@BrokerTest
@TrustTestTokens
@SettableTime
@Import(StandInProvider.class)
public abstract class CalendarApp {
    protected static final IntegrationStandIn INTEGRATION = new IntegrationStandIn().running();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    protected final UUID tenant = UUID.randomUUID();
    protected final UUID resource = UUID.randomUUID();

    @LocalServerPort private int port;
    @Autowired protected SettableClock clock;
    @Autowired protected StandInProvider provider;

    @DynamicPropertySource
    static void integration(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.cloud.discovery.client.simple.instances.calendar-integration-service[0].uri",
                INTEGRATION::url);
    }

    @BeforeEach
    void calm() {
        // Rows keep microseconds: a job planned for now must not be rounded past it.
        clock.set(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
        INTEGRATION.down.set(false);
        INTEGRATION.refusing.set(false);
        INTEGRATION.changes.clear();
        provider.reset();
    }

    @AfterEach
    void keptToTheAgreement() {
        assertThat(INTEGRATION.violations).isEmpty();
    }

    /** A whole hour, two days ahead. */
    protected Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));
    }

    /** A connection to the stand-in, consented to and synced once. */
    protected UUID connected(String settings) {
        var made =
                post(
                        "/api/calendar/connections",
                        "{\"provider\":\"stand-in\",\"resourceId\":\"%s\"%s}"
                                .formatted(resource, settings.isEmpty() ? "" : "," + settings));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.text("status")).isEqualTo("awaiting_consent");
        var back = anonymous("GET", provider.consent(made.text("consentUrl")), null);
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        var id = UUID.fromString(made.text("id"));
        patiently().until(() -> get("/api/calendar/connections/" + id).has("lastSync"));
        return id;
    }

    /** Syncs, behind one that may run just now. */
    protected Answer sync(UUID connection) {
        return patiently()
                .until(
                        () -> post("/api/calendar/connections/" + connection + "/sync", ""),
                        answer -> answer.status() != 202);
    }

    /** Tells of a booking as calendar-integration-service does. */
    protected Map<String, Object> fact(UUID booking, int sequence, String status, Instant start) {
        return Map.ofEntries(
                Map.entry("bookingId", booking),
                Map.entry("uid", booking + "@frontdesk"),
                Map.entry("sequence", sequence),
                Map.entry("status", status),
                Map.entry("offeringId", UUID.randomUUID()),
                Map.entry("offeringName", "Massage"),
                Map.entry("resourceIds", List.of(resource)),
                Map.entry("start", start.toString()),
                Map.entry("end", start.plusSeconds(3600).toString()),
                Map.entry("timeZone", "Europe/Berlin"),
                Map.entry("attendee", Map.of("name", "Zoë", "email", "zoe@example.com")),
                Map.entry("location", "Hauptstraße 1"));
    }

    protected void tell(String what, Map<String, Object> fact) {
        TestBroker.send(
                "io.frontdesk.calendar.booking-" + what,
                tenant,
                String.valueOf(fact.get("bookingId")),
                fact);
    }

    /** A token for this moment of the test's own clock. */
    protected String token(UUID who, String role) {
        return TestTokens.mint(claims ->
                claims.subject(role)
                        .claim("tenant", who.toString())
                        .claim("roles", List.of(role))
                        .claim("scope", "calendar:read calendar:write")
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(clock.instant().plusSeconds(60))));
    }

    protected static ConditionFactory patiently() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50));
    }

    protected Answer get(String path) {
        return send(token(tenant, "owner"), "GET", path, null);
    }

    protected Answer post(String path, String body) {
        return send(token(tenant, "owner"), "POST", path, body);
    }

    protected Answer send(String token, String method, String path, @Nullable String body) {
        return exchange(token, method, path, body);
    }

    protected Answer anonymous(String method, String path, @Nullable String body) {
        return exchange(null, method, path, body);
    }

    private Answer exchange(
            @Nullable String token, String method, String path, @Nullable String body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(
                                method,
                                body == null || body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
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
            return json().get(field).stringValue();
        }

        public boolean has(String field) {
            return json().has(field);
        }
    }
}
