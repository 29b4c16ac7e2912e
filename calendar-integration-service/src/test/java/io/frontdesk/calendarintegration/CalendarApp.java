package io.frontdesk.calendarintegration;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.contract.Wire;
import io.frontdesk.test.events.EventProbe;
import io.frontdesk.test.identity.TestTokens;
import io.frontdesk.test.identity.TrustTestTokens;
import io.frontdesk.test.postgres.PostgresTest;
import io.frontdesk.test.time.SettableClock;
import io.frontdesk.test.time.SettableTime;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole app on a real database, for a tenant of each test's own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@PostgresTest
@TrustTestTokens
@SettableTime
@Import(EventProbe.class)
public abstract class CalendarApp {
    private static final JsonMapper JSON = new JsonMapper();

    protected final UUID tenant = UUID.randomUUID();

    @Autowired protected SettableClock clock;
    @LocalServerPort private int port;

    @BeforeEach
    void setTheClock() {
        clock.set(Clock.systemUTC().instant());
    }

    /** What came back. */
    protected record Answer(int status, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public UUID id() {
            assertThat(status).as(body).isBetween(200, 201);
            return UUID.fromString(json().get("id").stringValue());
        }

        public String problem() {
            var type = json().path("type").asString("");
            return status + " " + type.replace("urn:frontdesk:problem:", "");
        }
    }

    /** A person in UTC who works all day, every day. */
    protected UUID person() {
        return person("UTC");
    }

    protected UUID person(String zone) {
        var hours =
                Arrays.stream(DayOfWeek.values())
                        .map(day ->
                                "{\"day\":\"%s\",\"from\":\"00:00\",\"to\":\"24:00\"}"
                                        .formatted(day))
                        .collect(Collectors.joining(","));
        return post(
                        "/api/calendar/resources",
                        "{\"name\":\"Ada\",\"timeZone\":\"%s\",\"workingHours\":[%s]}"
                                .formatted(zone, hours))
                .id();
    }

    /** An hour with one of the resources; {@code more} are further fields. */
    protected UUID offering(String more, UUID... resources) {
        var ids =
                Arrays.stream(resources)
                        .map(id -> "\"" + id + "\"")
                        .collect(Collectors.joining(","));
        return post(
                        "/api/calendar/offerings",
                        "{\"name\":\"Massage\",\"duration\":\"PT1H\",\"resourceIds\":[%s]%s}"
                                .formatted(ids, more.isEmpty() ? "" : "," + more))
                .id();
    }

    /** The hour on a Wednesday, one or two weeks ahead. */
    protected OffsetDateTime at(int hour) {
        return OffsetDateTime.now(clock)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(7)
                .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
                .atTime(hour, 0)
                .atOffset(ZoneOffset.UTC);
    }

    protected Answer hold(UUID offering, @Nullable UUID resource, OffsetDateTime start) {
        return post(
                "/api/calendar/holds",
                "{\"offeringId\":\"%s\",%s\"start\":\"%s\"}"
                        .formatted(offering, named(resource), start));
    }

    protected Answer book(UUID offering, @Nullable UUID resource, OffsetDateTime start) {
        return post(
                "/api/calendar/bookings",
                "{\"offeringId\":\"%s\",%s\"start\":\"%s\",%s}"
                        .formatted(offering, named(resource), start, attendee()));
    }

    protected Answer bookHold(UUID hold) {
        return post("/api/calendar/bookings", "{\"holdId\":\"%s\",%s}".formatted(hold, attendee()));
    }

    protected JsonNode slots(UUID offering, OffsetDateTime from, OffsetDateTime to) {
        var answer =
                get(
                        "/api/calendar/availability?timeZone=UTC&offeringId=%s&from=%s&to=%s"
                                .formatted(offering, from, to));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("slots");
    }

    protected static String attendee() {
        return "\"attendee\":{\"name\":\"Grace\",\"email\":\"grace@example.org\"}";
    }

    protected Answer get(String path) {
        return as(token("owner", tenant), "GET", path, "");
    }

    protected Answer delete(String path) {
        return as(token("owner", tenant), "DELETE", path, "");
    }

    protected Answer put(String path, String json) {
        return as(token("owner", tenant), "PUT", path, json);
    }

    protected Answer service(String method, String path, String json) {
        return as(token("service", tenant), method, path, json);
    }

    protected Answer post(String path, String json) {
        return post(token("owner", tenant), path, json, UUID.randomUUID().toString());
    }

    protected Answer post(String token, String path, String json, @Nullable String key) {
        var wire = new Wire("http://localhost:" + port);
        var request =
                wire.request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        var response = wire.send(key == null ? request : request.header("Idempotency-Key", key));
        return new Answer(response.statusCode(), response.body());
    }

    protected Answer as(String token, String method, String path, String json) {
        var response = new Wire("http://localhost:" + port).call(method, path, token, json);
        return new Answer(response.statusCode(), response.body());
    }

    /** A token of this moment by the test's own clock. */
    protected String token(String role, UUID of) {
        var now = clock.instant();
        return TestTokens.mint(claims ->
                claims.subject(role)
                        .claim("tenant", of.toString())
                        .claim("roles", List.of(role))
                        .claim("scope", "calendar:read calendar:write")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60))));
    }

    private static String named(@Nullable UUID resource) {
        return resource == null ? "" : "\"resourceId\":\"" + resource + "\",";
    }
}
