package io.frontdesk.calendarintegration.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.CalendarApp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ExternalBusyTest extends CalendarApp {
    private final UUID connection = UUID.randomUUID();

    @Test
    void takesSlotsAndGivesThemBack() {
        var ada = person();
        var offering = offering("", ada);

        var stored = mirror(ada, "replace", span("a", at(10), at(11)), span("b", at(12), at(13)));
        assertThat(stored.json().get("stored").intValue()).isEqualTo(2);
        assertThat(slots(offering, at(10), at(14))).hasSize(2);
        assertThat(book(offering, ada, at(10)).problem()).isEqualTo("409 slot-taken");

        var replaced = mirror(ada, "replace", span("b", at(13), at(14)));
        assertThat(replaced.json().get("removed").intValue()).isEqualTo(1);
        assertThat(starts(offering, at(10), at(14))).containsExactly(10, 11, 12);

        var merged = mirror(ada, "merge", span("c", at(10), at(12)), span("d", at(11), at(13)));
        assertThat(merged.json().get("removed").intValue()).isZero();
        assertThat(slots(offering, at(10), at(14))).isEmpty();

        var removed = service("PUT", path(ada), body("merge", "\"c\",\"b\""));
        assertThat(removed.json().get("removed").intValue()).isEqualTo(2);
        assertThat(starts(offering, at(10), at(14))).containsExactly(10, 13);

        assertThat(service("DELETE", path(ada) + "?keep=true", "").status()).isEqualTo(204);
        assertThat(service("DELETE", path(ada), "").status()).isEqualTo(204);
        assertThat(starts(offering, at(10), at(14))).containsExactly(10, 13);
    }

    @Test
    void leavesABookingWhereItIsAndTellsOfTheConflict() {
        var ada = person();
        var offering = offering("", ada);
        var booking = book(offering, ada, at(10)).id();

        var told = mirror(ada, "replace", span("trip", at(9), at(12))).json();

        var conflict = told.get("conflicts").get(0);
        assertThat(conflict.get("bookingId").stringValue()).isEqualTo(booking.toString());
        assertThat(conflict.get("externalId").stringValue()).isEqualTo("trip");
        assertThat(slots(offering, at(9), at(12))).isEmpty();

        // The outside is busy there still, so that the freed hour is not free for us.
        post("/api/calendar/bookings/" + booking + "/cancellation", "{}");
        assertThat(slots(offering, at(9), at(12))).isEmpty();
        assertThat(book(offering, ada, at(10)).problem()).isEqualTo("409 slot-taken");
        mirror(ada, "replace");
        assertThat(slots(offering, at(9), at(12))).hasSize(3);
    }

    @Test
    void takesWhatAnExpiredHoldLeaves() {
        var ada = person();
        var offering = offering("", ada);
        hold(offering, ada, at(10)).id();
        mirror(ada, "replace", span("trip", at(10), at(11)));

        clock.advance(Duration.ofMinutes(11));

        assertThat(slots(offering, at(10), at(11))).isEmpty();
        assertThat(book(offering, ada, at(10)).problem()).isEqualTo("409 slot-taken");
    }

    @Test
    void stopsAnOfferingThatWantsFreshCalendars() {
        var ada = person();
        var careful = offering("\"stopWhenStale\":true", ada);
        var careless = offering("", ada);
        var state = "/calendar/resources/" + ada + "/connections/" + connection;
        var fresh = clock.instant().plus(Duration.ofMinutes(5));

        service("PUT", state, "{\"state\":\"active\",\"freshUntil\":\"%s\"}".formatted(fresh));
        assertThat(slots(careful, at(10), at(11))).hasSize(1);

        clock.advance(Duration.ofMinutes(6));
        assertThat(slots(careful, at(10), at(11))).isEmpty();
        assertThat(hold(careful, ada, at(10)).problem()).isEqualTo("409 calendar-stale");
        assertThat(slots(careless, at(10), at(11))).hasSize(1);
        var seen = get("/api/calendar/resources/" + ada).json();
        assertThat(seen.get("stale").booleanValue()).isTrue();
        assertThat(seen.get("staleSince").stringValue()).isNotEmpty();

        var again = body("merge", "").replace("}", ",\"freshUntil\":\"%s\"}".formatted(at(12)));
        assertThat(service("PUT", path(ada), again).status()).isEqualTo(200);
        assertThat(slots(careful, at(10), at(11))).hasSize(1);
        service("PUT", state, "{\"state\":\"revoked\"}");
        assertThat(book(careful, null, at(10)).problem()).isEqualTo("409 calendar-stale");
        assertThat(service("DELETE", state, "").status()).isEqualTo(204);
        assertThat(book(careful, null, at(10)).status()).isEqualTo(201);
    }

    @Test
    void agreesWithBookingsThatComeAtTheSameMoment() throws Exception {
        var ada = person();
        var offering = offering("", ada);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int hour = 8; hour < 20; hour++) {
                int begins = hour;
                var busy = span("m" + hour, at(hour), at(hour).plusMinutes(30));
                Callable<Answer> outside = () -> mirror(ada, "merge", busy);
                Callable<Answer> inside = () -> book(offering, ada, at(begins));
                var told = threads.submit(outside);
                var booked = threads.submit(inside);
                assertThat(told.get().status()).isEqualTo(200);
                // A booking that came first is a conflict; one that came later had no chance.
                var conflicts = told.get().json().get("conflicts").size();
                assertThat(booked.get().status()).isEqualTo(conflicts == 1 ? 201 : 409);
            }
        }
    }

    @Test
    void isForServicesOnly() {
        var ada = person();
        assertThat(put(path(ada), body("merge", "")).status()).isEqualTo(403);
        assertThat(get("/calendar/bookings").status()).isEqualTo(403);
        var offering = offering("", ada);
        book(offering, ada, at(10));
        var facts = service("GET", "/calendar/bookings?resourceId=" + ada, "").json();
        assertThat(facts.get("items").get(0).get("uid").stringValue()).endsWith("@frontdesk");
    }

    private Answer mirror(UUID resource, String mode, String... spans) {
        var json =
                "{\"mode\":\"%s\",\"window\":{\"from\":\"%s\",\"to\":\"%s\"},\"busy\":[%s]}"
                        .formatted(mode, at(0), at(23), String.join(",", spans));
        var answer = service("PUT", path(resource), json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private List<Integer> starts(UUID offering, OffsetDateTime from, OffsetDateTime to) {
        return slots(offering, from, to)
                .valueStream()
                .map(slot -> OffsetDateTime.parse(slot.get("start").stringValue()).getHour())
                .toList();
    }

    private String path(UUID resource) {
        return "/calendar/resources/" + resource + "/busy/" + connection;
    }

    private static String body(String mode, String removed) {
        return "{\"mode\":\"%s\",\"busy\":[],\"removed\":[%s]}".formatted(mode, removed);
    }

    private static String span(String id, OffsetDateTime start, OffsetDateTime end) {
        return "{\"id\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(id, start, end);
    }
}
