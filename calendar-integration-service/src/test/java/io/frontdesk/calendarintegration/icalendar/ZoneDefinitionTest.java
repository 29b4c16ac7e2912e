package io.frontdesk.calendarintegration.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.test.time.SettableClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneDefinitionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private final BookingCalendar calendars =
            new BookingCalendar(
                    new OrganizerProperties("desk@example.com", "Desk"), new SettableClock(NOW));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "Europe/London",
                "Europe/Dublin",
                "America/New_York",
                "America/St_Johns",
                "America/Santiago",
                "America/Havana",
                "Australia/Lord_Howe",
                "Australia/Sydney",
                "Pacific/Auckland",
                "Pacific/Chatham",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Beirut",
                "Asia/Jerusalem",
                "America/Nuuk",
                "Antarctica/Troll",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "America/Phoenix",
                "Pacific/Apia",
                "Etc/GMT+5"
            })
    void saysWhatTheClockSays(String name) throws Exception {
        var zone = ZoneId.of(name);
        var transition = zone.getRules().nextTransition(NOW);
        agrees(NOW.atZone(zone));
        agrees(NOW.plusSeconds(180L * 86_400).atZone(zone));
        for (var seen = 0; transition != null && seen < 6; seen++) {
            for (var minutes : List.of(-1_500L, -90L, -30L, 0L, 1L, 30L, 90L, 1_500L)) {
                agrees(transition.getInstant().plusSeconds(minutes * 60).atZone(zone));
            }
            transition = zone.getRules().nextTransition(transition.getInstant());
        }
    }

    private void agrees(ZonedDateTime start) throws Exception {
        // The second of two equal local times cannot be told by TZID; RFC 5545 means the first.
        var written = start.withEarlierOffsetAtOverlap();
        var booking = SampleBookings.at(written, 60);
        var text = calendars.request(booking);

        var plain = new PlainIcs(text);
        var local = localStart(plain);
        assertThat(local).isEqualTo(written.toLocalDateTime());
        var calendar = BookingCalendarTest.parse(text);
        var definition = (VTimeZone) calendar.getComponents("VTIMEZONE").getFirst();
        assertThat(definition.getObservances()).hasSizeLessThanOrEqualTo(3);
        assertThat(text).contains("BEGIN:STANDARD");
        if (!overlaps(written)) {
            assertThat(plain.offset(local)).as(text).isEqualTo(written.getOffset());
            var event = (VEvent) calendar.getComponents("VEVENT").getFirst();
            DtStart<ZonedDateTime> read = event.getRequiredProperty("DTSTART");
            assertThat(read.getDate().toInstant()).as(text).isEqualTo(written.toInstant());
        }
    }

    private static boolean overlaps(ZonedDateTime time) {
        return time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    }

    @Test
    void namesAllChangesOfAYear() throws Exception {
        var zone = ZoneId.of("Europe/Berlin");
        var bookings =
                List.of(
                        SampleBookings.at(NOW.atZone(zone), 30),
                        SampleBookings.at(NOW.atZone(zone).plusYears(1), 30));
        var plain = new PlainIcs(calendars.feed("Year", bookings, false));
        assertThat(plain.lines()).filteredOn(line -> line.startsWith("BEGIN:STANDARD")).hasSize(2);
        assertThat(plain.lines()).filteredOn(line -> line.startsWith("BEGIN:DAYLIGHT")).hasSize(1);
        assertThat(plain.lines()).contains("TZNAME:CET", "TZNAME:CEST", "TZOFFSETFROM:+0100");
    }

    private static LocalDateTime localStart(PlainIcs plain) {
        var line = plain.value("VEVENT", "DTSTART");
        return LocalDateTime.parse(line.substring(line.lastIndexOf(':') + 1), PlainIcs.TIME);
    }
}
