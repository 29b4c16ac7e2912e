package io.frontdesk.calendarintegration.icsfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.icsfile.IcsFile.Skipped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcsReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 12, 31);

    @Test
    void readsAllDayEvents() {
        var file =
                read(
                        """
                        DTSTART;VALUE=DATE:20271224
                        DTEND;VALUE=DATE:20271227
                        SUMMARY:Christmas\\, closed
                        """);
        var event = file.events().getFirst();
        assertThat(event.title()).isEqualTo("Christmas, closed");
        assertThat(event.allDay()).isTrue();
        assertThat(event.dates())
                .containsExactly(
                        LocalDate.of(2027, 12, 24),
                        LocalDate.of(2027, 12, 25),
                        LocalDate.of(2027, 12, 26));
        assertThat(read("DTSTART;VALUE=DATE:20270501").events().getFirst().dates())
                .containsExactly(LocalDate.of(2027, 5, 1));
    }

    @Test
    void readsLengthsInAllTheirForms() {
        assertThat(end("DTSTART:20270601T090000\nDURATION:PT1H30M")).isEqualTo("2027-06-01T10:30");
        assertThat(end("DTSTART:20270601T090000\nDURATION:P1W")).isEqualTo("2027-06-08T09:00");
        assertThat(end("DTSTART:20270601T090000\nDURATION:P1DT1H")).isEqualTo("2027-06-02T10:00");
        assertThat(end("DTSTART:20270601T090000")).isEqualTo("2027-06-01T09:00");
        assertThat(end("DTSTART:20270601T090000\nDTEND:20270601T080000Z"))
                .isEqualTo("2027-06-01T10:00");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,Europe/Berlin",
        "America/New_York,America/New_York",
        "W. Europe Standard Time,Europe/Berlin",
        "Pacific Standard Time,America/Los_Angeles",
        "/freeassociation.sourceforge.net/Asia/Tokyo,Asia/Tokyo",
        "/citadel.org/20250101_1/America/Argentina/Ushuaia,America/Argentina/Ushuaia",
        "UTC,UTC",
        "Our Own Zone,Australia/Sydney"
    })
    void mapsZoneNames(String tzid, String zone) {
        var file =
                IcsReader.read(
                        calendar(
                                "BEGIN:VTIMEZONE\nTZID:Our Own Zone\n"
                                        + "X-LIC-LOCATION:Australia/Sydney\nBEGIN:STANDARD\n"
                                        + "DTSTART:19700101T000000\nTZOFFSETFROM:+0100\n"
                                        + "TZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
                                        + "BEGIN:VEVENT\nDTSTART;TZID=\""
                                        + tzid
                                        + "\":20270701T090000\nEND:VEVENT"),
                        null,
                        BERLIN,
                        FROM,
                        TO);
        assertThat(file.events().getFirst().startsAt().toInstant())
                .isEqualTo(LocalDateTime.of(2027, 7, 1, 9, 0).atZone(ZoneId.of(zone)).toInstant());
    }

    @Test
    void everyWindowsNameIsAPlaceOfTheJdk() throws Exception {
        var names = new Properties();
        names.load(Zones.class.getResourceAsStream("windows-zones.properties"));
        assertThat(names).hasSizeGreaterThan(130);
        names.values().forEach(zone -> assertThat(ZoneId.of((String) zone)).isNotNull());
    }

    @Test
    void takesExceptionsOutAndChangesIn() {
        var file =
                IcsReader.read(
                        calendar(
                                """
                                BEGIN:VEVENT
                                UID:1
                                SUMMARY:Weekly
                                DTSTART;TZID=Europe/Berlin:20270301T090000
                                DTEND;TZID=Europe/Berlin:20270301T100000
                                RRULE:FREQ=WEEKLY;COUNT=6
                                EXDATE;TZID=Europe/Berlin:20270308T090000
                                EXDATE:20270315T080000Z
                                EXDATE;VALUE=DATE:20270405
                                RDATE;TZID=Europe/Berlin:20270310T090000
                                END:VEVENT
                                BEGIN:VEVENT
                                UID:1
                                SUMMARY:Moved
                                RECURRENCE-ID;TZID=Europe/Berlin:20270322T090000
                                DTSTART;TZID=Europe/Berlin:20270323T150000
                                DTEND;TZID=Europe/Berlin:20270323T160000
                                END:VEVENT
                                """),
                        null,
                        BERLIN,
                        FROM,
                        TO);
        assertThat(file.events())
                .map(event -> event.title() + " " + event.start())
                .containsExactly(
                        "Weekly 2027-03-01T09:00",
                        "Weekly 2027-03-10T09:00",
                        "Moved 2027-03-23T15:00",
                        "Weekly 2027-03-29T09:00");
        assertThat(file.events().getLast().startsAt().toInstant())
                .isEqualTo(Instant.parse("2027-03-29T07:00:00Z"));
    }

    @Test
    void cutsAnEndlessRuleToTheWindow() {
        var file = read("DTSTART;VALUE=DATE:19701225\nRRULE:FREQ=YEARLY\nSUMMARY:Christmas");
        assertThat(file.events()).hasSize(1);
        assertThat(file.events().getFirst().dates()).containsExactly(LocalDate.of(2027, 12, 25));
    }

    @Test
    void saysWhatItLeftOut() {
        assertThat(read("DTSTART;VALUE=DATE:20301225\nSUMMARY:Later").skipped())
                .containsExactly(new Skipped("Later", "It lies outside of the time asked for."));
        assertThat(read("DTSTART;VALUE=DATE:20270601\nSTATUS:CANCELLED").skipped())
                .containsExactly(new Skipped("Untitled", "It is cancelled."));
    }

    @Test
    void readsOtherCharsetsThatAreNamedOrMarked() {
        var text =
                new String(
                        event("DTSTART;VALUE=DATE:20270601\nSUMMARY:Früh"), StandardCharsets.UTF_8);
        var latin = text.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(
                        IcsReader.read(latin, "windows-1252", BERLIN, FROM, TO)
                                .events()
                                .getFirst()
                                .title())
                .isEqualTo("Früh");
        var utf16 = text.getBytes(StandardCharsets.UTF_16);
        assertThat(IcsReader.read(utf16, null, BERLIN, FROM, TO).events().getFirst().title())
                .isEqualTo("Früh");
        var marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        assertThat(IcsReader.read(marked, null, BERLIN, FROM, TO).events()).hasSize(1);
    }

    @Test
    void readsBareLineEndsBlankLinesAndFoldedLines() {
        var text =
                """
                BEGIN:VCALENDAR

                BEGIN:VEVENT
                SUMMARY:A long
                  title
                DTSTART;VALUE=DATE:20270601
                BEGIN:VALARM
                TRIGGER:-PT5M
                DTSTART:nonsense
                END:VALARM
                END:VEVENT
                END:VCALENDAR\
                """;
        var file = IcsReader.read(text.getBytes(StandardCharsets.UTF_8), null, BERLIN, FROM, TO);
        assertThat(file.events().getFirst().title()).isEqualTo("A long title");
    }

    private static String end(String lines) {
        return read(lines).events().getFirst().end().toString();
    }

    private static IcsFile read(String lines) {
        return IcsReader.read(event(lines), null, BERLIN, FROM, TO);
    }

    static byte[] event(String lines) {
        return calendar("BEGIN:VEVENT\nUID:x\n" + lines.strip() + "\nEND:VEVENT");
    }

    static byte[] calendar(String lines) {
        var text =
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n"
                        + lines.strip()
                        + "\nEND:VCALENDAR\n";
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
