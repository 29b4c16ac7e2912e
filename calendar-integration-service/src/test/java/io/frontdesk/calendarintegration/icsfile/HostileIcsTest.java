package io.frontdesk.calendarintegration.icsfile;

import static io.frontdesk.calendarintegration.icsfile.IcsReaderTest.calendar;
import static io.frontdesk.calendarintegration.icsfile.IcsReaderTest.event;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileIcsTest {
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final String MAY = "DTSTART;VALUE=DATE:20270501\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=DAILY;COUNT=10000",
                "RRULE:FREQ=SECONDLY;COUNT=100000000",
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=DAILY;UNTIL=99991231",
                "RRULE:FREQ=NEVER",
                "RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY",
                "EXRULE:FREQ=DAILY",
                "DTEND;VALUE=DATE:20270430",
                "DTEND;VALUE=DATE:20330430",
                "DTEND;VALUE=DATE:20270230",
                "DURATION:nonsense",
                "DURATION:P99999999999999D",
                "DURATION:-P1D",
                "DTEND;VALUE=DATE:20270502\nDURATION:P1D",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270501",
                "RDATE:20270501,nonsense"
            })
    void refusesWhatItCannotUnderstand(String lines) {
        refused(event(MAY + lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUMMARY:no start",
                "DTSTART:nonsense",
                "DTSTART:20270230T090000",
                "DTSTART:20270101T250000",
                "DTSTART:00010101T000000Z",
                "DTSTART:99991231T235959Z",
                "DTSTART;TZID=Mars/Phobos:20270101T090000",
                "DTSTART;TZID=EST:20270101T090000",
                "DTSTART;TZID=:20270101T090000",
                "DTSTART:20270101T090000\nDTSTART:20270102T090000"
            })
    void refusesAStartThatIsNone(String lines) {
        refused(event(lines));
    }

    @ParameterizedTest
    @CsvSource({"windows-1252", "nonsense", "utf-16be", "x-no-such"})
    void refusesAWrongCharset(String charset) {
        var bytes = new byte[] {'B', 'E', 'G', 'I', 'N', (byte) 0x81, (byte) 0xD8};
        assertThatThrownBy(() -> read(bytes, charset)).isInstanceOf(IcsRefused.class);
        var latin = event(MAY + "SUMMARY:x");
        latin[latin.length - 30] = (byte) 0xE9;
        assertThatThrownBy(() -> read(latin, null))
                .isInstanceOf(IcsRefused.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesWhatIsNoCalendar() {
        refused(new byte[0]);
        refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        refused("BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
        refused("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".getBytes(StandardCharsets.UTF_8));
        refused("BEGIN:VCALENDAR\r\n\0\r\nEND:VCALENDAR".getBytes(StandardCharsets.UTF_8));
        refused(calendar("BEGIN:VEVENT\nEND:VTODO"));
        refused(calendar("no colon at all"));
    }

    @Test
    void refusesTooMuchQuickly() {
        assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    refused(calendar("BEGIN:X\n".repeat(100_000)));
                    refused(calendar("BEGIN:VEVENT\nDTSTART:20270101\nEND:VEVENT\n".repeat(1_001)));
                    refused(
                            calendar(
                                    "BEGIN:VEVENT\nDTSTART:20270101T000000\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
                                            .repeat(100)));
                    refused(event("EXDATE:20270101\n".repeat(2_001) + MAY));
                    refused(event("DTSTART;" + "X=y;".repeat(200_000) + "Z=1:20270101T000000X"));
                });
        assertThatThrownBy(() -> read(new byte[1_048_577], null))
                .isInstanceOf(IcsReader.TooLarge.class);
    }

    @Test
    void doesNotWorkOutAThousandRulesThatNameNothing() {
        var rule =
                """
                BEGIN:VEVENT
                DTSTART:19300101T000000
                RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9
                END:VEVENT
                """;
        assertTimeout(Duration.ofSeconds(30), () -> refused(calendar(rule.repeat(1_000))));
    }

    @Test
    void neverFailsOnDamagedFiles() {
        var random = new Random(4);
        var whole =
                event(
                        """
                        DTSTART;TZID=Europe/Berlin:20270301T090000
                        DURATION:PT1H
                        RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=9
                        EXDATE:20270308T080000Z
                        SUMMARY;LANGUAGE="en":A title\\, with text\
                        """);
        for (var round = 0; round < 3_000; round++) {
            var damaged = whole.clone();
            for (var hit = 0; hit < 3; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(95));
            }
            try {
                read(damaged, null);
            } catch (IcsRefused expected) {
                Assertions.assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    private static void refused(byte[] file) {
        assertThatThrownBy(() -> read(file, null)).isInstanceOf(IcsRefused.class);
    }

    private static IcsFile read(byte[] file, @Nullable String charset) {
        return IcsReader.read(file, charset, ZoneId.of("Europe/Berlin"), FROM, FROM.plusYears(1));
    }
}
