package io.frontdesk.calendarintegration.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.CalendarApp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HoldTest extends CalendarApp {

    @Test
    void cannotBeBookedAMillisecondAfterItsEnd() {
        var offering = offering("", person());
        var late = hold(offering, null, at(10));
        var inTime = hold(offering, null, at(11));
        var end = OffsetDateTime.parse(late.json().get("expiresAt").stringValue()).toInstant();

        clock.set(end.minusMillis(1));
        assertThat(bookHold(inTime.id()).status()).isEqualTo(201);
        clock.set(end.plusMillis(1));

        assertThat(bookHold(late.id()).problem()).isEqualTo("410 hold-expired");
        var seen = get("/api/calendar/holds/" + late.id()).json();
        assertThat(seen.get("status").stringValue()).isEqualTo("expired");
    }

    @Test
    void blocksNothingOnceItsTimeIsUp() {
        var ada = person();
        var offering = offering("", ada);
        var hold = hold(offering, ada, at(10));
        assertThat(slots(offering, at(10), at(11))).isEmpty();

        clock.advance(Duration.ofMinutes(11));

        assertThat(slots(offering, at(10), at(11))).hasSize(1);
        assertThat(book(offering, ada, at(10)).status()).isEqualTo(201);
        assertThat(bookHold(hold.id()).problem()).isEqualTo("410 hold-expired");
    }

    @Test
    void endsEarlyWhenItIsReleased() {
        var ada = person();
        var offering = offering("", ada);
        var hold = hold(offering, ada, at(10)).id();

        assertThat(delete("/api/calendar/holds/" + hold).status()).isEqualTo(204);
        assertThat(delete("/api/calendar/holds/" + hold).status()).isEqualTo(204);

        assertThat(bookHold(hold).problem()).isEqualTo("410 hold-expired");
        assertThat(hold(offering, ada, at(10)).status()).isEqualTo(201);
    }

    @Test
    void goesEitherToItsHolderOrToTheNextAtTheMomentOfItsEnd() throws Exception {
        var ada = person();
        var offering = offering("", ada);
        for (int hour = 8; hour < 16; hour++) {
            int begins = hour;
            var hold = hold(offering, ada, at(hour));
            var end = OffsetDateTime.parse(hold.json().get("expiresAt").stringValue());
            clock.set(end.toInstant().minusMillis(1));
            try (var threads = Executors.newFixedThreadPool(3)) {
                Callable<Integer> holder = () -> bookHold(hold.id()).status();
                Callable<Integer> other = () -> book(offering, ada, at(begins)).status();
                var first = threads.submit(holder);
                var time = threads.submit(() -> clock.advance(Duration.ofMillis(2)));
                var second = threads.submit(other);
                time.get();
                assertThat(List.of(first.get(), second.get()))
                        .containsAnyOf(201)
                        .doesNotContain(500)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void isKeptWithItsRoomAndItsPerson() {
        var ada = person();
        var bob = person();
        var room = person();
        var offering = offering("\"alsoRequires\":[[\"%s\"]]".formatted(room), ada, bob);

        var first = hold(offering, ada, at(10));
        assertThat(first.json().get("resourceIds")).hasSize(2);
        assertThat(hold(offering, bob, at(10)).problem()).isEqualTo("409 slot-taken");
        assertThat(slots(offering, at(10), at(11))).isEmpty();
        assertThat(hold(offering, bob, at(11)).status()).isEqualTo(201);
        assertThat(slots(offering, at(12), at(13))).hasSize(2);
    }

    @Test
    void goesToTheLeastBusyOrTheFirstByPriority() {
        var ada = person();
        var bob = person();
        var fair = offering("", ada, bob);
        var one = hold(fair, null, at(10)).json().get("resourceId").stringValue();
        var two = hold(fair, null, at(12)).json().get("resourceId").stringValue();
        assertThat(Set.of(one, two)).containsExactlyInAnyOrder(ada.toString(), bob.toString());

        var strict = offering("\"assignment\":\"priority\"", ada, bob);
        var three = hold(strict, null, at(14)).json().get("resourceId").stringValue();
        var four = hold(strict, null, at(15)).json().get("resourceId").stringValue();
        assertThat(three).isEqualTo(four);

        var chosen = offering("\"assignment\":\"choice\"", ada, bob);
        assertThat(hold(chosen, null, at(17)).problem()).isEqualTo("422 resource-required");
        assertThat(hold(chosen, bob, at(17)).status()).isEqualTo(201);
    }

    @Test
    void takesASeatInAClassThatHasItsRoomAlready() {
        var ada = person();
        var room = person();
        var yoga = offering("\"capacity\":2,\"alsoRequires\":[[\"%s\"]]".formatted(room), ada);

        assertThat(hold(yoga, ada, at(10)).json().get("resourceIds")).hasSize(2);
        var left = slots(yoga, at(10), at(11)).get(0);
        assertThat(left.get("seatsLeft").intValue()).isEqualTo(1);
        assertThat(hold(yoga, ada, at(10)).json().get("resourceIds")).hasSize(2);
        assertThat(slots(yoga, at(10), at(11))).isEmpty();
        assertThat(hold(offering("", room), room, at(10)).problem()).isEqualTo("409 slot-taken");

        clock.advance(Duration.ofMinutes(11));
        assertThat(slots(yoga, at(10), at(11)).get(0).get("seatsLeft").intValue()).isEqualTo(2);
        assertThat(hold(offering("", room), room, at(10)).status()).isEqualTo(201);
        assertThat(slots(yoga, at(10), at(11))).isEmpty();
    }
}
