package io.frontdesk.calendarintegration.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.CalendarApp;
import io.frontdesk.test.events.EventProbe;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BookingFlowTest extends CalendarApp {
    @Autowired private EventProbe events;

    @Test
    void holdsBooksMovesAndCancels() {
        var ada = person();
        var offering =
                offering(
                        "\"price\":{\"amount\":\"80.00\",\"currency\":\"EUR\"},\"bufferAfter\":\"PT15M\","
                                + "\"cancellation\":[{\"deadline\":\"P30D\",\"feeShare\":0.5}]",
                        ada);
        var hold = hold(offering, null, at(10));
        assertThat(hold.json().get("resourceId").stringValue()).isEqualTo(ada.toString());
        assertThat(slots(offering, at(9), at(12))).isEmpty();
        var booking = bookHold(hold.id());
        assertThat(booking.json().get("status").stringValue()).isEqualTo("confirmed");
        var id = booking.id();

        assertThat(bookHold(hold.id()).problem()).isEqualTo("409 hold-booked");
        assertThat(book(offering, ada, at(11)).problem()).isEqualTo("409 slot-taken");

        var path = "/api/calendar/bookings/" + id;
        var moved = post(path + "/reschedule", "{\"start\":\"%s\"}".formatted(at(11)));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.json().get("sequence").intValue()).isEqualTo(1);
        assertThat(slots(offering, at(9), at(12))).hasSize(1);

        var cancelled = post(path + "/cancellation", "{\"reason\":\"ill\"}").json();
        assertThat(cancelled.get("status").stringValue()).isEqualTo("cancelled");
        var cancellation = cancelled.get("cancellation");
        assertThat(cancellation.at("/fee/amount").stringValue()).isEqualTo("40.00");
        assertThat(cancellation.get("withinDeadline").booleanValue()).isFalse();
        assertThat(post(path + "/cancellation", "{}").json()).isEqualTo(cancelled);
        assertThat(post(path + "/reschedule", "{\"start\":\"%s\"}".formatted(at(14))).problem())
                .isEqualTo("409 booking-ended");
        assertThat(slots(offering, at(9), at(12))).hasSize(3);

        for (var kind : new String[] {"confirmed", "rescheduled", "cancelled"}) {
            var event = events.await("io.frontdesk.calendar.booking-" + kind, id.toString());
            assertThat(event.tenant()).isEqualTo(tenant);
            assertThat(event.data().get("uid").stringValue()).isEqualTo(id + "@frontdesk");
        }
    }

    @Test
    void keepsTheOldSlotWhenTheNewOneIsTaken() {
        var ada = person();
        var offering = offering("", ada);
        var first = book(offering, ada, at(10)).id();
        book(offering, ada, at(12)).id();

        var refused =
                post(
                        "/api/calendar/bookings/" + first + "/reschedule",
                        "{\"start\":\"%s\"}".formatted(at(12)));

        assertThat(refused.problem()).isEqualTo("409 slot-taken");
        assertThat(book(offering, ada, at(10)).problem()).isEqualTo("409 slot-taken");
        assertThat(book(offering, ada, at(11)).status()).isEqualTo(201);
    }

    @Test
    void movesToATimeThatOverlapsTheOldOne() {
        var ada = person();
        var offering = offering("\"slotStep\":\"PT15M\"", ada);
        var id = book(offering, ada, at(10)).id();

        var moved =
                post(
                        "/api/calendar/bookings/" + id + "/reschedule",
                        "{\"start\":\"%s\"}".formatted(at(10).plusMinutes(30)));

        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(book(offering, ada, at(9).plusMinutes(30)).status()).isEqualTo(201);
        assertThat(book(offering, ada, at(11)).problem()).isEqualTo("409 slot-taken");
    }

    @Test
    void answersARepeatedRequestTheSameAndBooksOnce() {
        var ada = person();
        var offering = offering("", ada);
        var json =
                "{\"offeringId\":\"%s\",\"start\":\"%s\",%s}"
                        .formatted(offering, at(10), attendee());
        var path = "/api/calendar/bookings";
        var token = token("owner", tenant);

        var first = post(token, path, json, "once");
        assertThat(post(token, path, json, "once")).isEqualTo(first);
        assertThat(get(path).json().get("items")).hasSize(1);
        assertThat(post(token, path, json, null).problem())
                .isEqualTo("400 idempotency-key-required");
        assertThat(post(token, path, json.replace("Grace", "Eve"), "once").status()).isEqualTo(422);
    }

    @Test
    void saysHowItEndedOnlyOnceItHasBegun() {
        var ada = person();
        var offering = offering("", ada);
        var missed = "/api/calendar/bookings/" + book(offering, ada, at(10)).id();
        var kept = "/api/calendar/bookings/" + book(offering, ada, at(11)).id();
        assertThat(post(missed + "/no-show", "").problem()).isEqualTo("409 booking-not-begun");

        clock.advance(Duration.between(clock.instant(), at(12)));

        assertThat(post(missed + "/no-show", "").json().get("status").stringValue())
                .isEqualTo("no_show");
        assertThat(post(kept + "/completion", "").json().get("status").stringValue())
                .isEqualTo("completed");
        assertThat(post(kept + "/no-show", "").problem()).isEqualTo("409 booking-ended");
        assertThat(get("/api/calendar/bookings?status=no_show").json().get("items")).hasSize(1);
    }

    @Test
    void listsNewestFirstPageByPage() {
        var ada = person();
        var offering = offering("", ada);
        for (int hour = 8; hour < 13; hour++) {
            book(offering, ada, at(hour)).id();
        }
        var first = get("/api/calendar/bookings?limit=3&resourceId=" + ada).json();
        var rest =
                get(
                        "/api/calendar/bookings?limit=3&resourceId=%s&cursor=%s"
                                .formatted(ada, first.get("nextCursor").stringValue()));
        assertThat(first.get("items")).hasSize(3);
        assertThat(rest.json().get("items")).hasSize(2);
        assertThat(rest.json().path("nextCursor").isNull()).isTrue();
        var between = "/api/calendar/bookings?from=%s&to=%s".formatted(at(9), at(10));
        assertThat(get(between).json().get("items")).hasSize(1);
        assertThat(
                        get("/api/calendar/bookings?resourceId=" + UUID.randomUUID())
                                .json()
                                .get("items"))
                .isEmpty();
    }
}
