package io.frontdesk.e2e.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.e2e.fleet.Caller;
import io.frontdesk.e2e.fleet.Fleet;
import io.frontdesk.e2e.fleet.FleetTest;
import io.frontdesk.e2e.fleet.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** From a free slot to a booking, and what else happens to it. */
@FleetTest
@TestInstance(Lifecycle.PER_CLASS)
class BookingTest {
    private static final int CALLERS = 50;

    private Caller anyone;
    private Practice practice;

    @BeforeAll
    void open(Fleet fleet) {
        practice = Practice.open(new Tenants(fleet).create("Practice").owner());
        anyone = new Caller(fleet.gateway(), null);
    }

    @Test
    void holdsASlotBooksItAndFreesItAgain() {
        var start = practice.slots().get(3);

        var hold = practice.hold(start).expect(201);
        assertThat(hold.body().path("expiresAt").asString()).isNotBlank();
        assertThat(practice.slots()).doesNotContain(start);
        var second = practice.hold(start).expect(409);
        assertThat(second.body().path("type").asString()).endsWith("slot-taken");

        var booking =
                practice.caller()
                        .post(
                                "/api/calendar/bookings",
                                Map.of(
                                        "holdId",
                                        hold.id(),
                                        "attendee",
                                        Map.of("name", "Kim Weber", "email", "kim@example.com")))
                        .expect(201);
        assertThat(booking.body().path("status").asString()).isEqualTo("confirmed");

        practice.caller()
                .post(
                        "/api/calendar/bookings/" + booking.id() + "/cancellation",
                        Map.of("reason", "ill"))
                .expect(200);
        assertThat(practice.slots()).contains(start);
    }

    @Test
    void givesOneSlotToOneOfFifty() throws Exception {
        var start = practice.slots().get(6);

        var answers = atOnce(start);

        assertThat(answers.stream().filter(Caller.Answer::ok)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.ok()))
                .allMatch(answer -> answer.status() == 409, "409");
    }

    @Test
    void movesABookingAndKeepsItsOldSlotOnlyWhereTheNewOneIsTaken() {
        var slots = practice.slots();
        var first = practice.book(slots.get(10), key()).expect(201);
        practice.book(slots.get(12), key()).expect(201);
        var path = "/api/calendar/bookings/" + first.id() + "/reschedule";

        practice.caller().post(path, Map.of("start", slots.get(12))).expect(409);
        assertThat(start(first.id())).isEqualTo(instant(slots.get(10)));

        practice.caller().post(path, Map.of("start", slots.get(14))).expect(200);
        assertThat(start(first.id())).isEqualTo(instant(slots.get(14)));
        assertThat(practice.slots()).contains(slots.get(10)).doesNotContain(slots.get(14));
    }

    @Test
    void handsOutTheBookingAsICalendarAndTheResourceAsAFeed() {
        var start = practice.slots().get(16);
        var booking = practice.book(start, key()).expect(201);

        var file = practice.caller().get("/api/calendar/bookings/" + booking.id() + ".ics");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains("BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", booking.id());

        var feed =
                practice.caller()
                        .post("/api/calendar/resources/" + practice.dentist() + "/feed", Map.of())
                        .expect(201);
        var path = "/api/calendar/feeds/" + feed.body().path("token").asString() + ".ics";
        assertThat(anyone.get(path).text()).contains("BEGIN:VEVENT").doesNotContain("Kim Weber");

        practice.caller().delete("/api/calendar/resources/" + practice.dentist() + "/feed");
        assertThat(anyone.get(path).status()).isEqualTo(404);
    }

    /** Over the broker: the plugin hears of the booking and writes it into the calendar. */
    @Test
    void writesABookingIntoAConnectedCalendarAndSeesItsOtherEvents() {
        var other = Practice.open(practice.caller());
        var connection =
                practice.caller()
                        .post(
                                "/api/calendar/connections",
                                Map.of("provider", "built-in", "resourceId", other.dentist()))
                        .expect(201);
        var path = "/api/calendar/connections/" + connection.id();
        var slots = other.slots();
        other.book(slots.get(2), key()).expect(201);
        Awaitility.await("the booking stands in the calendar")
                .atMost(Duration.ofSeconds(40))
                .until(() ->
                        practice.caller().get(path + "/events").body().path("items").size() == 1);

        var lunch = OffsetDateTime.parse(slots.get(5));
        practice.caller()
                .post(
                        path + "/events",
                        Map.of(
                                "title",
                                "Lunch",
                                "start",
                                lunch.toString(),
                                "end",
                                lunch.plusMinutes(30).toString()))
                .expect(201);
        practice.caller().post(path + "/sync", Map.of());
        Awaitility.await("lunch is no free slot")
                .atMost(Duration.ofSeconds(40))
                .until(() -> !other.slots().contains(slots.get(5)));
        other.book(slots.get(5), key()).expect(409);
    }

    private List<Caller.Answer> atOnce(String start) throws InterruptedException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return callers
                    .invokeAll(
                            IntStream.range(0, CALLERS)
                                    .mapToObj(_ ->
                                            (Callable<Caller.Answer>)
                                                    () -> practice.book(start, key()))
                                    .toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }

    private Instant start(String booking) {
        return instant(practice.booking(booking).path("start").asString());
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
