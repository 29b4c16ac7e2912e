package io.frontdesk.calendarintegration.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.CalendarApp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bookings made over the API tell their attendees; without a mail server the mails are held. */
class BookingsTellTest extends CalendarApp {
    @Test
    void tellsOfEveryChange() {
        var person = person("Europe/Berlin");
        var offering = offering("", person);
        var id = book(offering, person, at(9)).id();
        assertThat(kinds()).containsExactly("confirmation");

        var ics = get("/api/calendar/bookings/" + id + ".ics");
        assertThat(ics.status()).isEqualTo(200);
        assertThat(ics.body()).contains("METHOD:PUBLISH", "SEQUENCE:0", "SUMMARY:Massage");

        var moved =
                post(
                        "/api/calendar/bookings/" + id + "/reschedule",
                        "{\"start\":\"%s\"}".formatted(at(13)));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(kinds()).containsExactly("change", "confirmation");
        var change = get("/api/calendar/messages?state=held").json().get("items").get(0);
        assertThat(change.get("calendar").stringValue()).contains("METHOD:REQUEST", "SEQUENCE:1");
        assertThat(get("/api/calendar/bookings/" + id + ".ics").body()).contains("SEQUENCE:1");

        var refused =
                post(
                        "/api/calendar/bookings/" + id + "/reschedule",
                        "{\"start\":\"%s\"}".formatted(at(13).minusYears(1)));
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertThat(kinds()).hasSize(2);

        post("/api/calendar/bookings/" + id + "/cancellation", "{}");
        assertThat(kinds()).containsExactly("cancellation", "change", "confirmation");
    }

    @Test
    void tellsOfEachBookingOfASeriesAndOfNoneThatFails() {
        var person = person();
        var offering = offering("", person);
        book(offering, person, at(9).plusDays(1));
        var series =
                "{\"offeringId\":\"%s\",\"resourceId\":\"%s\",\"start\":\"%s\",%s,"
                                .formatted(offering, person, at(9), attendee())
                        + "\"rrule\":\"FREQ=DAILY;COUNT=3\"}";
        assertThat(post("/api/calendar/bookings/series", series).status()).isEqualTo(409);
        assertThat(kinds()).containsExactly("confirmation");
    }

    private List<String> kinds() {
        var found = new ArrayList<String>();
        get("/api/calendar/messages?state=held")
                .json()
                .get("items")
                .forEach(message -> found.add(message.get("kind").stringValue()));
        return found;
    }
}
