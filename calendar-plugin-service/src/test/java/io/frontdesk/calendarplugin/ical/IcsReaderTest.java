package io.frontdesk.calendarplugin.ical;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.ical.IcsReader.Read;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsReaderTest {
    private static final Window WINDOW =
            new Window(
                    Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2027-04-01T00:00:00Z"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final IcsReader READER = new IcsReader(WINDOW, BERLIN, "anna@example.com");

    @Test
    void keepsLocalTimeOverAClockChange() {
        var events =
                read(
                        "DTSTART;TZID=Europe/Berlin:20261024T100000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3|");
        assertThat(starts(events))
                .containsExactly(
                        "2026-10-24T08:00:00Z", "2026-10-25T09:00:00Z", "2026-10-26T09:00:00Z");
        assertThat(events.getFirst().id()).isEqualTo("/e.ics#2026-10-24T08:00:00Z");
    }

    @Test
    void leavesOutAndReplacesOccurrences() {
        var ics =
                calendar(
                        event(
                                "DTSTART;TZID=Europe/Berlin:20261102T100000|DTEND;TZID=Europe/Berlin:20261102T110000|RRULE:FREQ=WEEKLY;UNTIL=20261123T090000Z|EXDATE;TZID=Europe/Berlin:20261109T100000|"),
                        event(
                                "RECURRENCE-ID;TZID=Europe/Berlin:20261116T100000|DTSTART;TZID=Europe/Berlin:20261117T150000|DTEND;TZID=Europe/Berlin:20261117T160000|"));
        var events = READER.read(ics.getBytes(StandardCharsets.UTF_8), "/e.ics", null).events();
        assertThat(starts(events))
                .containsExactlyInAnyOrder(
                        "2026-11-02T09:00:00Z", "2026-11-17T14:00:00Z", "2026-11-23T09:00:00Z");
        assertThat(events).extracting(RemoteEvent::id).contains("/e.ics#2026-11-16T09:00:00Z");
    }

    @Test
    void spansMidnightToMidnightOfTheCalendarsZone() {
        var day = read("DTSTART;VALUE=DATE:20261025|DTEND;VALUE=DATE:20261026|").getFirst();
        assertThat(day.allDay()).isTrue();
        assertThat(day.start()).isEqualTo("2026-10-24T22:00:00Z");
        assertThat(day.end()).as("a day of 25 hours").isEqualTo("2026-10-25T23:00:00Z");
        assertThat(read("DTSTART;VALUE=DATE:20261101|").getFirst().end())
                .isEqualTo("2026-11-01T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TRANSP:TRANSPARENT                                   | false
                    STATUS:CANCELLED                                     | false
                    STATUS:TENTATIVE                                     | true
                    X-MICROSOFT-CDO-BUSYSTATUS:FREE                      | false
                    ATTENDEE;PARTSTAT=DECLINED:mailto:ANNA@example.com   | false
                    ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.com    | true
                    ATTENDEE;CN="a;b:c";PARTSTAT=ACCEPTED:mailto:anna@example.com | true
                    """)
    void knowsWhatTakesTime(String line, boolean busy) {
        var event = read("DTSTART:20261101T100000Z|DTEND:20261101T110000Z|" + line + "|");
        assertThat(event.getFirst().busy()).isEqualTo(busy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    W. Europe Standard Time                                | 2026-11-01T09:00:00Z
                    /mozilla.org/20050126_1/America/New_York               | 2026-11-01T15:00:00Z
                    /freeassociation.sourceforge.net/Asia/Tokyo            | 2026-11-01T01:00:00Z
                    """)
    void knowsZonesByTheirOtherNames(String zone, String instant) {
        var events = read("DTSTART;TZID=\"" + zone + "\":20261101T100000|DURATION:PT1H|");
        assertThat(starts(events)).containsExactly(instant);
    }

    @Test
    void followsAZoneThatOnlyTheCalendarExplains() {
        var zone =
                """
                BEGIN:VTIMEZONE
                TZID:Our own
                TZURL:http://127.0.0.1:9/never
                BEGIN:STANDARD
                DTSTART:20001029T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                TZOFFSETFROM:+0400
                TZOFFSETTO:+0300
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20000326T020000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                TZOFFSETFROM:+0300
                TZOFFSETTO:+0400
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        var ics = calendar(zone, event("DTSTART;TZID=Our own:20261101T100000|DURATION:PT1H|"));
        var read = READER.read(ics.getBytes(StandardCharsets.UTF_8), "/e.ics", null);
        assertThat(starts(read.events())).containsExactly("2026-11-01T07:00:00Z");
        assertThat(read.problem()).isNull();
    }

    @Test
    void takesTheCalendarsZoneForAMissingOneAndSaysSo() {
        var read = reading("DTSTART;TZID=Middle/Earth:20261101T100000|DURATION:PT1H|");
        assertThat(starts(read.events())).containsExactly("2026-11-01T09:00:00Z");
        assertThat(read.problem()).contains("time zone is unknown");
    }

    @Test
    void cutsAnEndlessRuleToTheWindow() {
        var begun = System.nanoTime();
        var events = read("DTSTART:19700101T100000Z|DURATION:PT1H|RRULE:FREQ=DAILY|");
        assertThat(events).hasSize(182);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:20261001T000000Z|DURATION:PT1S|RRULE:FREQ=SECONDLY|",
                "DTSTART:20261001T000000Z|RRULE:FREQ=MINUTELY;BYDAY=MO|",
                "DTSTART:20261001T000000Z|DURATION:PT1S|RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,10,20,30,40,50|",
                "DTSTART:20261001T000000Z|RRULE:FREQ=FORTNIGHTLY|",
                "DTSTART:20261001T000000Z|RRULE:FREQ=DAILY;INTERVAL=-1;BYMONTH=13|",
                "DTSTART:yesterday|",
                "DTSTART:20261302T000000Z|",
                "DTSTART:20261002T000000Z|DTEND:20261001T000000Z|",
                "DTSTART:20261002T000000Z|DTEND:20661001T000000Z|",
                "DTSTART:20261002T000000Z|DURATION:forever|",
                "SUMMARY:no start|"
            })
    void saysWhatItCannotReadAndGoesOn(String lines) {
        var read = reading(lines);
        assertThat(read.events()).isEmpty();
        assertThat(read.problem()).isNotNull().contains("/e.ics").doesNotContain("forever");
    }

    @Test
    void readsOtherCharsets() {
        var ics = calendar(event("DTSTART:20261101T100000Z|DURATION:PT1H|SUMMARY:Zahnärztin|"));
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.ISO_8859_1,
                        StandardCharsets.UTF_16)) {
            var read = READER.read(ics.getBytes(charset), "/e.ics", null);
            assertThat(read.events()).as(charset.name()).hasSize(1);
            assertThat(read.events().getFirst().title()).isEqualTo("Zahnärztin");
        }
    }

    @Test
    void refusesWhatIsTooLargeTooDeepOrNothing() {
        var huge = "BEGIN:VEVENT SUMMARY:" + "x".repeat(2_000_000);
        assertThat(READER.read(huge.getBytes(StandardCharsets.UTF_8), "/e.ics", null).problem())
                .contains("larger");
        var deep = "BEGIN:VCALENDAR\n".repeat(100);
        assertThat(READER.read(deep.getBytes(StandardCharsets.UTF_8), "/e.ics", null).problem())
                .contains("nested");
        assertThat(READER.read(new byte[0], "/e.ics", null).events()).isEmpty();
        assertThat(READER.read(new byte[] {0, -1, 10, 58, 59}, "/e.ics", null).events()).isEmpty();
    }

    private static List<RemoteEvent> read(String lines) {
        return reading(lines).events();
    }

    private static Read reading(String lines) {
        return READER.read(
                calendar(event(lines)).getBytes(StandardCharsets.UTF_8), "/e.ics", "\"1\"");
    }

    private static List<String> starts(List<RemoteEvent> events) {
        return events.stream().map(event -> event.start().toString()).toList();
    }

    private static String event(String lines) {
        return "BEGIN:VEVENT|UID:u|" + lines + "END:VEVENT|";
    }

    private static String calendar(String... parts) {
        return ("BEGIN:VCALENDAR|VERSION:2.0|" + String.join("", parts) + "END:VCALENDAR|")
                .replace("|", "\n")
                .replace("\n", "\r\n");
    }
}
