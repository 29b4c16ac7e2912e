package io.frontdesk.calendarintegration.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.CalendarApp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeriesTest extends CalendarApp {

    @Test
    void booksEveryDate() {
        var ada = person();
        var series = series(offering("", ada), at(10), "FREQ=WEEKLY;COUNT=5", "all-or-nothing");

        assertThat(series.status()).as(series.body()).isEqualTo(201);
        assertThat(series.json().get("booked").intValue()).isEqualTo(5);
        assertThat(get("/api/calendar/bookings").json().get("items")).hasSize(5);
    }

    @Test
    void booksNothingWhenOneDateIsTaken() {
        var ada = person();
        var offering = offering("", ada);
        book(offering, ada, at(10).plusDays(2)).id();

        var series = series(offering, at(10), "FREQ=DAILY;COUNT=5", "all-or-nothing");

        assertThat(series.problem()).isEqualTo("409 series-not-free");
        assertThat(series.json().get("detail").stringValue()).contains("1 of 5", "slot-taken");
        assertThat(get("/api/calendar/bookings").json().get("items")).hasSize(1);
    }

    @Test
    void booksTheOthersAndReports() {
        var ada = person();
        var room = person();
        var offering = offering("\"alsoRequires\":[[\"%s\"]]".formatted(room), ada);
        book(offering("", room), room, at(10).plusDays(2)).id();

        var series = series(offering, at(10), "FREQ=DAILY;COUNT=4", "report").json();

        assertThat(series.get("booked").intValue()).isEqualTo(3);
        var missing = series.get("occurrences").get(2);
        assertThat(missing.get("problem").stringValue()).isEqualTo("slot-taken");
        assertThat(missing.has("bookingId")).isFalse();
        assertThat(get("/api/calendar/bookings").json().get("items")).hasSize(4);
    }

    @Test
    void staysAtTheHourOfTheClockAndSkipsWhatTheClockSkips() {
        var zone = ZoneId.of("America/New_York");
        var ada = person(zone.getId());
        var offering = offering("\"slotStep\":\"PT30M\"", ada);
        var now = OffsetDateTime.now(clock).toInstant();
        var change = zone.getRules().nextTransition(now);
        while (!change.isGap()) {
            change = zone.getRules().nextTransition(change.getInstant());
        }
        LocalDate skipped = change.getDateTimeBefore().toLocalDate();
        var start = skipped.minusDays(1).atTime(2, 30).atZone(zone).toOffsetDateTime();

        var series = series(offering, start, "FREQ=DAILY;COUNT=3", "report").json();

        assertThat(series.get("booked").intValue()).as(series.toString()).isEqualTo(2);
        assertThat(series.at("/occurrences/1/problem").stringValue()).isEqualTo("nonexistent-time");
        var third = OffsetDateTime.parse(series.at("/occurrences/2/start").stringValue());
        assertThat(third.atZoneSameInstant(zone).toLocalTime()).hasToString("02:30");
    }

    @Test
    void understandsAnEndInUtcByTheClockOfTheSeries() {
        var zone = ZoneId.of("Pacific/Auckland");
        var offering = offering("", person(zone.getId()));
        var start = at(22).atZoneSameInstant(zone).withHour(9).toOffsetDateTime();
        var form = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
        var third = start.plusDays(2).withOffsetSameInstant(ZoneOffset.UTC);

        var upTo = "FREQ=DAILY;UNTIL=" + form.format(third);
        var before = "FREQ=DAILY;UNTIL=" + form.format(third.minusSeconds(1));

        assertThat(series(offering, start, upTo, "report").json().get("booked").intValue())
                .isEqualTo(3);
        var later = start.plusHours(1);
        var two = series(offering, later, before, "report");
        assertThat(two.json().get("booked").intValue()).as(two.body()).isEqualTo(2);
    }

    @Test
    void refusesRulesWithoutEndOrWithTooManyDates() {
        var offering = offering("", person());
        for (var rule : new String[] {"FREQ=DAILY", "FREQ=DAILY;COUNT=101", "FREQ=NEVER", "x"}) {
            assertThat(series(offering, at(10), rule, "report").status()).as(rule).isEqualTo(400);
        }
    }

    private Answer series(UUID offering, OffsetDateTime start, String rule, String mode) {
        return post(
                "/api/calendar/bookings/series",
                "{\"offeringId\":\"%s\",\"start\":\"%s\",\"rrule\":\"%s\",\"mode\":\"%s\",%s}"
                        .formatted(offering, start, rule, mode, attendee()));
    }
}
