package io.frontdesk.calendarintegration.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.calendarintegration.CalendarApp;
import io.frontdesk.calendarintegration.hold.ExpiredHolds;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import tools.jackson.databind.JsonNode;

class WaitingListTest extends CalendarApp {
    @Autowired private ExpiredHolds expiredHolds;
    @Autowired private AbstractApplicationContext context;

    @Test
    void offersACancelledSlotToTheFirstWhoWaitsAndThenToTheNext() {
        var ada = person();
        var offering = offering("", ada);
        var booking = book(offering, ada, at(10)).id();
        book(offering, ada, at(11)).id();
        var offers = new CopyOnWriteArrayList<SlotOffered>();
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload
                    && payload.getPayload() instanceof SlotOffered offered) {
                offers.add(offered);
            }
        });
        var first = waiting(offering);
        var second = waiting(offering);
        assertThat(status(first)).isEqualTo("waiting");

        post("/api/calendar/bookings/" + booking + "/cancellation", "{}");
        var offered = await().until(() -> entry(first), entry -> is(entry, "offered"));
        assertThat(status(second)).isEqualTo("waiting");
        assertThat(book(offering, ada, at(10)).problem()).isEqualTo("409 slot-taken");
        assertThat(offers).extracting(SlotOffered::waitingId).containsExactly(first);
        assertThat(offers.getFirst().holdId()).hasToString(offered.get("holdId").stringValue());

        clock.advance(Duration.ofMinutes(31));
        expiredHolds.sweep();

        var next = await().until(() -> entry(second), entry -> is(entry, "offered"));
        assertThat(status(first)).isEqualTo("lapsed");
        var hold = UUID.fromString(next.get("holdId").stringValue());
        assertThat(bookHold(hold).status()).isEqualTo(201);
        assertThat(status(second)).isEqualTo("accepted");
    }

    @Test
    void offersASlotThatIsLeftByAMoveAndTakesItBackWhenNobodyWaits() {
        var ada = person();
        var offering = offering("", ada);
        var booking = book(offering, ada, at(10)).id();
        book(offering, ada, at(11)).id();
        var waiting = waiting(offering);

        post(
                "/api/calendar/bookings/" + booking + "/reschedule",
                "{\"start\":\"%s\"}".formatted(at(15)));
        await().until(() -> entry(waiting), entry -> is(entry, "offered"));

        assertThat(delete("/api/calendar/waiting-list/" + waiting).status()).isEqualTo(204);
        assertThat(status(waiting)).isEqualTo("cancelled");
        assertThat(book(offering, ada, at(10)).status()).isEqualTo(201);
        assertThat(get("/api/calendar/waiting-list").json().get("items")).hasSize(1);
    }

    @Test
    void offersAtOnceWhatIsFreeAndEachSlotToOne() {
        var ada = person();
        var offering = offering("", ada);

        var first = waiting(offering);
        var second = waiting(offering);
        var third = waiting(offering);

        var one = await().until(() -> entry(first), entry -> is(entry, "offered"));
        var two = await().until(() -> entry(second), entry -> is(entry, "offered"));
        assertThat(start(one)).isNotEqualTo(start(two));
        assertThat(status(third)).isEqualTo("waiting");

        delete("/api/calendar/holds/" + two.get("holdId").stringValue());
        var next = await().until(() -> entry(third), entry -> is(entry, "offered"));
        assertThat(start(next)).isEqualTo(start(two));
        assertThat(status(second)).isEqualTo("lapsed");
    }

    @Test
    void reachesThoseBehindManyWhoCannotBeServed() {
        var ada = person();
        var closed = offering("\"active\":false", ada);
        var offering = offering("", ada);
        for (int number = 0; number < 101; number++) {
            waiting(closed);
        }
        var last = waiting(offering);

        await().until(() -> entry(last), entry -> is(entry, "offered"));
    }

    @Test
    void looksNoFurtherAheadThanCanBeBooked() {
        var offering = offering("", person());
        var always =
                post(
                                "/api/calendar/waiting-list",
                                ("{\"offeringId\":\"%s\",\"from\":\"2000-01-01T00:00:00Z\","
                                                + "\"to\":\"2199-12-31T00:00:00Z\",%s}")
                                        .formatted(offering, attendee()))
                        .id();

        await().until(() -> entry(always), entry -> is(entry, "offered"));
    }

    private String start(JsonNode entry) {
        return get("/api/calendar/holds/" + entry.get("holdId").stringValue())
                .json()
                .get("start")
                .stringValue();
    }

    private UUID waiting(UUID offering) {
        return post(
                        "/api/calendar/waiting-list",
                        "{\"offeringId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",%s}"
                                .formatted(offering, at(10), at(12), attendee()))
                .id();
    }

    private JsonNode entry(UUID id) {
        return get("/api/calendar/waiting-list/" + id).json();
    }

    private String status(UUID id) {
        return entry(id).get("status").stringValue();
    }

    private static boolean is(JsonNode entry, String status) {
        return entry.get("status").stringValue().equals(status);
    }
}
