package io.frontdesk.calendarintegration;

import io.frontdesk.calendarintegration.booking.BookingChanged;
import io.frontdesk.calendarintegration.booking.BookingChanged.Kind;
import io.frontdesk.calendarintegration.booking.Bookings;
import io.frontdesk.calendarintegration.mail.SmtpServer;
import io.frontdesk.starter.tenancy.Tenancy;
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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole app with a mail server, a clock that the test moves, and rows made by hand. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.mail.host=localhost",
            "spring.mail.properties.mail.smtp.timeout=1500",
            "spring.mail.properties.mail.smtp.connectiontimeout=1500",
            "frontdesk.jobs.polling=200ms"
        })
@PostgresTest
@TrustTestTokens
@SettableTime
public abstract class InvitationApp {
    protected static final SmtpServer SMTP = new SmtpServer();
    protected static final Instant NOON = Instant.parse("2027-06-01T10:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    protected final UUID tenant = UUID.randomUUID();

    @Autowired protected JdbcClient jdbc;
    @Autowired protected Tenancy tenancy;
    @Autowired protected TransactionTemplate transactions;
    @Autowired protected ApplicationEventPublisher events;
    @Autowired protected Bookings bookings;
    @Autowired protected SettableClock clock;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", SMTP::port);
    }

    /** Tokens hold for a minute of this clock: a test that moves it on asks beans afterwards. */
    @BeforeEach
    void startNow() {
        clock.set(Clock.systemUTC().instant());
    }

    /** What came back. */
    protected record Answer(int status, String body, HttpResponse<String> whole) {
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    protected <T> T asTenant(Supplier<T> work) {
        return tenancy.as(
                tenant, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    protected UUID newResource() {
        var id = UUID.randomUUID();
        return asTenant(() -> {
            jdbc.sql(
                            """
                            insert into resource (id, name, kind, time_zone, working_hours,
                                exceptions, holiday_list_ids, priority, active, created_at)
                            values (:id, 'Chair 1', 'person', 'Europe/Berlin', '[]', '[]',
                                '{}', 0, true, now())
                            """)
                    .param("id", id)
                    .update();
            return id;
        });
    }

    protected UUID newOffering() {
        var id = UUID.randomUUID();
        return asTenant(() -> {
            jdbc.sql(
                            """
                            insert into offering (id, name, duration, buffer_before,
                                buffer_after, minimum_notice, booking_window, slot_step,
                                capacity, resource_ids, also_requires, assignment,
                                cancellation, stop_when_stale, active, created_at)
                            values (:id, 'Haircut', 3600, 0, 0, 0, 86400, 900, 1, '{}',
                                '[]', 'choice', '{}', false, true, now())
                            """)
                    .param("id", id)
                    .update();
            return id;
        });
    }

    /** A confirmed booking of an hour, told to nobody. */
    protected UUID newBooking(UUID resource, Instant start, String name, String email) {
        var id = UUID.randomUUID();
        var offering = newOffering();
        return asTenant(() -> {
            jdbc.sql(
                            """
                            insert into booking (id, offering_id, offering_name,
                                resource_ids, time_zone, starts_at, ends_at, status,
                                attendee_name, attendee_email, attendee_time_zone, location,
                                created_at)
                            values (:id, :offering, 'Haircut', array[:resource],
                                'Europe/Berlin', :start, :end, 'confirmed', :name, :email,
                                null, 'Main St 1', now())
                            """)
                    .param("id", id)
                    .param("offering", offering)
                    .param("resource", resource)
                    .param("start", start.atOffset(ZoneOffset.UTC))
                    .param("end", start.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                    .param("name", name)
                    .param("email", email)
                    .update();
            return id;
        });
    }

    /** Changes the row and tells it, as the booking's own code does in one transaction. */
    protected void change(UUID booking, Kind kind, String set) {
        asTenant(() -> {
            jdbc.sql("update booking set " + set + " where id = :id").param("id", booking).update();
            events.publishEvent(new BookingChanged(bookings.fact(booking), kind));
            return booking;
        });
    }

    protected void confirm(UUID booking) {
        change(booking, Kind.CONFIRMED, "status = 'confirmed'");
    }

    protected Answer get(String path) {
        return send(TestTokens.owner(tenant), "GET", path, null);
    }

    protected Answer post(String path, @Nullable String json) {
        return send(TestTokens.owner(tenant), "POST", path, json);
    }

    protected Answer put(String path, String json) {
        return send(TestTokens.owner(tenant), "PUT", path, json);
    }

    protected Answer delete(String path) {
        return send(TestTokens.owner(tenant), "DELETE", path, null);
    }

    protected Answer send(
            @Nullable String token, String method, String path, @Nullable String body) {
        var bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return send(token, method, path, bytes, "Content-Type", "application/json");
    }

    protected Answer send(
            @Nullable String token,
            String method,
            String path,
            byte @Nullable [] body,
            String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body))
                        .headers(headers);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
