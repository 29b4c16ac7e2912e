package io.frontdesk.calendarintegration.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.calendarintegration.clocktime.ZoneName;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    /** Times of opening and closing in UTC, as the zone's published rules have them. */
    @ParameterizedTest
    @CsvSource({
        // zone, day, opens, closes, first, last
        "Europe/Berlin, 2026-03-29, 00:00, 24:00, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "Europe/Berlin, 2026-03-29, 02:30, 05:00, 2026-03-29T01:00:00Z, 2026-03-29T03:00:00Z",
        "Europe/Berlin, 2026-03-29, 01:00, 02:30, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z",
        "Europe/Berlin, 2026-10-25, 00:00, 24:00, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "Europe/Berlin, 2026-10-25, 02:30, 05:00, 2026-10-25T00:30:00Z, 2026-10-25T04:00:00Z",
        "Europe/Berlin, 2026-10-25, 01:00, 02:30, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
        "Europe/Berlin, 2026-12-31, 20:00, 24:00, 2026-12-31T19:00:00Z, 2026-12-31T23:00:00Z",
        "Europe/Dublin, 2026-10-25, 00:30, 03:00, 2026-10-24T23:30:00Z, 2026-10-25T03:00:00Z",
        "America/New_York, 2026-03-08, 09:00, 17:00, 2026-03-08T13:00:00Z, 2026-03-08T21:00:00Z",
        "America/New_York, 2026-11-01, 00:00, 09:00, 2026-11-01T04:00:00Z, 2026-11-01T14:00:00Z",
        "America/St_Johns, 2026-03-08, 01:00, 04:00, 2026-03-08T04:30:00Z, 2026-03-08T06:30:00Z",
        "America/Sao_Paulo, 2018-11-04, 00:00, 02:00, 2018-11-04T03:00:00Z, 2018-11-04T04:00:00Z",
        "America/Sao_Paulo, 2019-02-16, 22:00, 24:00, 2019-02-17T00:00:00Z, 2019-02-17T03:00:00Z",
        "Australia/Lord_Howe, 2026-10-04, 01:00, 04:00, 2026-10-03T14:30:00Z, 2026-10-03T17:00:00Z",
        "Australia/Lord_Howe, 2026-04-05, 01:00, 04:00, 2026-04-04T14:00:00Z, 2026-04-04T17:30:00Z",
        "Africa/Casablanca, 2026-02-15, 01:00, 05:00, 2026-02-15T00:00:00Z, 2026-02-15T05:00:00Z",
        "Asia/Kathmandu, 2026-06-01, 09:00, 17:00, 2026-06-01T03:15:00Z, 2026-06-01T11:15:00Z",
        "Asia/Tehran, 2022-03-22, 00:00, 06:00, 2022-03-21T20:30:00Z, 2022-03-22T01:30:00Z",
        "Asia/Gaza, 2023-04-29, 00:00, 06:00, 2023-04-28T22:00:00Z, 2023-04-29T03:00:00Z",
        "Pacific/Apia, 2011-12-31, 09:00, 17:00, 2011-12-30T19:00:00Z, 2011-12-31T03:00:00Z",
        "Pacific/Chatham, 2026-04-05, 02:00, 05:00, 2026-04-04T12:15:00Z, 2026-04-04T16:15:00Z",
    })
    void keepsToTheClockOnTheWall(
            String zone, LocalDate day, String opens, String closes, Instant first, Instant last) {
        var hours = daily(zone, opens, closes).on(day);

        assertThat(hours).hasSize(1);
        assertThat(Instant.ofEpochSecond(hours.getFirst().from())).isEqualTo(first);
        assertThat(Instant.ofEpochSecond(hours.getFirst().to())).isEqualTo(last);
    }

    @Test
    void isClosedOnADayThatTheZoneLeftOut() {
        assertThat(daily("Pacific/Apia", "09:00", "17:00").on(LocalDate.of(2011, 12, 30)))
                .isEmpty();
    }

    @Test
    void runsThroughAllNightsWhenEveryDayIsWhole() {
        for (var zone : ZoneName.KNOWN) {
            var from = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
            var to = from + Duration.ofDays(370).toSeconds();
            var year = Interval.union(daily(zone, "00:00", "24:00").daysOf(from, to));
            assertThat(Interval.covers(year, from, to)).as(zone).isTrue();
        }
    }

    @Test
    void letsAnExceptionThatClosesWinAndOthersAddUp() {
        var day = LocalDate.of(2026, 6, 1);
        var opening = daily("UTC", "09:00", "17:00");
        var early = exception(day, "06:00", "10:00");
        var late = exception(day, "09:30", "12:00");
        var closed = new HoursException(null, day, day.plusDays(1), true, null, "trip");

        assertThat(with(opening, Set.of(day)).on(day)).isEmpty();
        assertThat(with(opening, Set.of(day), early).on(day)).hasSize(1);
        var both = with(opening, Set.of(), early, late).on(day).getFirst();
        assertThat(both.to() - both.from()).isEqualTo(Duration.ofHours(6).toSeconds());
        assertThat(with(opening, Set.of(), early, closed, late).on(day)).isEmpty();
        assertThat(with(opening, Set.of(), closed).on(day.plusDays(2))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:01", "9:00", "09:60", "25:00", "0900", "", "noon", "-1:00"})
    void knowsNoSuchTimes(String text) {
        assertThatThrownBy(() -> ClockTime.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OpeningHours daily(String zone, String from, String to) {
        var weekly =
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new WorkingHours(day, ClockTime.of(from), ClockTime.of(to)))
                        .toList();
        return new OpeningHours(ZoneId.of(zone), weekly, List.of(), Set.of());
    }

    private static OpeningHours with(
            OpeningHours opening, Set<LocalDate> holidays, HoursException... exceptions) {
        return new OpeningHours(opening.zone(), opening.weekly(), List.of(exceptions), holidays);
    }

    private static HoursException exception(LocalDate day, String from, String to) {
        var hours = List.of(new OpenHours(ClockTime.of(from), ClockTime.of(to)));
        return new HoursException(day, null, null, null, hours, null);
    }
}
