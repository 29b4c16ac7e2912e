package io.frontdesk.calendarintegration.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceZonesTest {
    /** Half-hour changes, changes at midnight, southern and far northern zones, whole lost days. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Europe/London",
                "Europe/Dublin",
                "America/New_York",
                "America/St_Johns",
                "America/Sao_Paulo",
                "America/Santiago",
                "America/Havana",
                "Australia/Lord_Howe",
                "Australia/Sydney",
                "Pacific/Auckland",
                "Pacific/Apia",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Beirut",
                "Asia/Tehran",
                "America/Nuuk",
                "Antarctica/Troll"
            })
    void keepsTheLocalTimeOverEveryTransition(String name) {
        var zone = ZoneId.of(name);
        var since = Instant.parse("2011-01-01T00:00:00Z");
        var seen = 0;
        var transition = zone.getRules().nextTransition(since);
        while (transition != null && seen < 20) {
            seen++;
            inTheMiddle(zone, transition);
            transition = zone.getRules().nextTransition(transition.getInstant());
        }
        assertThat(seen).isGreaterThan(3);
    }

    /** A daily rule whose time of day lies in the hour that is skipped, or comes twice. */
    private static void inTheMiddle(ZoneId zone, ZoneOffsetTransition transition) {
        var change = transition.getDuration();
        var earlier =
                transition.isGap() ? transition.getDateTimeBefore() : transition.getDateTimeAfter();
        var middle = earlier.plus(change.abs().dividedBy(2));
        var start = middle.minusDays(3);
        var dates = Recurrence.occurrences("FREQ=DAILY;COUNT=6", start, zone, 10);

        var day = dates.get(3);
        if (transition.isGap()) {
            assertThat(day.toLocalDateTime()).isEqualTo(middle.plus(change));
            assertThat(day.toInstant()).isEqualTo(middle.toInstant(transition.getOffsetBefore()));
        } else {
            assertThat(day.toLocalDateTime()).isEqualTo(middle);
            assertThat(day.getOffset()).isEqualTo(transition.getOffsetBefore());
        }
        assertThat(dates.stream().filter(date -> !date.equals(day)))
                .allMatch(date -> date.toLocalTime().equals(start.toLocalTime()));
        assertThat(dates.stream().map(ZonedDateTime::toInstant)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void moves0230OnWhereItDoesNotExistAndTakesTheFirstOfTwo() {
        var berlin = ZoneId.of("Europe/Berlin");
        var spring =
                Recurrence.occurrences(
                        "FREQ=DAILY;COUNT=3", LocalDateTime.of(2027, 3, 27, 2, 30), berlin, 3);
        assertThat(spring)
                .map(ZonedDateTime::toString)
                .contains(
                        "2027-03-27T02:30+01:00[Europe/Berlin]",
                        "2027-03-28T03:30+02:00[Europe/Berlin]",
                        "2027-03-29T02:30+02:00[Europe/Berlin]");
        var autumn =
                Recurrence.occurrences(
                        "FREQ=DAILY;COUNT=3", LocalDateTime.of(2027, 10, 30, 2, 30), berlin, 3);
        assertThat(autumn.get(1)).hasToString("2027-10-31T02:30+02:00[Europe/Berlin]");
    }

    @Test
    void readsAnEndInUtcInTheZone() {
        var zone = ZoneId.of("America/New_York");
        var start = LocalDateTime.of(2026, 10, 30, 20, 0);
        assertThat(Recurrence.occurrences("FREQ=DAILY;UNTIL=20261102T010000Z", start, zone, 10))
                .hasSize(3);
        assertThat(Recurrence.occurrences("FREQ=DAILY;UNTIL=20261102T005959Z", start, zone, 10))
                .hasSize(2);
    }
}
