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
