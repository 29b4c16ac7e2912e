package io.frontdesk.calendarintegration.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.booking.BookingFact;
import io.frontdesk.test.time.SettableClock;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingCalendarTest {
    private final BookingCalendar calendars =
            new BookingCalendar(
                    new OrganizerProperties("desk@salon.example", "Salon, \"Nord\""),
                    new SettableClock(Instant.parse("2026-11-22T20:00:00.123Z")));

    @Test
    void asksTheAttendeeToCome() throws Exception {
        var booking = SampleBookings.of("Ada Lovelace", "ada@example.com", "Main St 1, Berlin");
        var text = calendars.request(booking);

        var plain = new PlainIcs(text);
        assertThat(plain.lines()).startsWith("BEGIN:VCALENDAR").contains("METHOD:REQUEST");
        assertThat(plain.value("VEVENT", "DTSTART"))
                .isEqualTo("DTSTART;TZID=Europe/Berlin:20270601T100000");
        assertThat(plain.value("VEVENT", "DTEND"))
                .isEqualTo("DTEND;TZID=Europe/Berlin:20270601T110000");
        assertThat(plain.value("VEVENT", "DTSTAMP")).isEqualTo("DTSTAMP:20261122T200000Z");
        assertThat(plain.within("VEVENT"))
                .contains(
                        "UID:" + booking.uid(),
                        "SEQUENCE:3",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Haircut\\, wash & dry\\; \"special\"",
                        "LOCATION:Main St 1\\, Berlin");
        assertThat(plain.value("VEVENT", "ATTENDEE"))
                .contains("CN=Ada Lovelace", "RSVP=TRUE", "PARTSTAT=NEEDS-ACTION")
                .endsWith(":mailto:ada@example.com");
        assertThat(plain.value("VEVENT", "ORGANIZER"))
                .isEqualTo("ORGANIZER;CN=\"Salon, 'Nord'\":mailto:desk@salon.example");

        var event = event(text);
        assertThat(event.<Property>getRequiredProperty("SUMMARY").getValue())
                .isEqualTo(booking.offeringName());
        assertThat(parse(text).validate().hasErrors()).isFalse();
    }

    @Test
    void cancelsAndPublishes() throws Exception {
        var booking = SampleBookings.of("Ada", "ada@example.com", null);
        var cancelled = new PlainIcs(calendars.cancel(booking));
        assertThat(cancelled.lines()).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3");
        assertThat(cancelled.value("VEVENT", "ATTENDEE")).doesNotContain("RSVP");

        var published = calendars.publish(booking);
        assertThat(new PlainIcs(published).lines()).contains("METHOD:PUBLISH");
        assertThat(new PlainIcs(published).find("VEVENT", "ATTENDEE")).isEmpty();
        assertThat(parse(published).validate().hasErrors()).isFalse();
    }

    @Test
    void tellsAFeedAsMuchAsItWasMadeFor() throws Exception {
        var bookings =
                List.of(
                        SampleBookings.of("Ada", "ada@example.com", "Secret lane"),
                        SampleBookings.of("Bob", "bob@example.com", null));
        var busy = calendars.feed("Chair 1", bookings, false);
        assertThat(busy).doesNotContain("Ada").doesNotContain("Haircut").doesNotContain("lane");
        assertThat(busy).contains("SUMMARY:Busy", "X-WR-CALNAME:Chair 1", "REFRESH-INTERVAL");
        var full = calendars.feed("Chair 1", bookings, true);
        assertThat(full).contains("Ada", "Bob").doesNotContain("@example.com");
        assertThat(parse(full).getComponents("VEVENT")).hasSize(2);
        assertThat(parse(full).getComponents("VTIMEZONE")).hasSize(1);
        assertThat(parse(calendars.feed("Empty", List.of(), true)).getComponents("VEVENT"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nATTENDEE:mailto:eve@evil.example",
                "Eve\nBEGIN:VALARM",
                "Eve;PARTSTAT=ACCEPTED",
                "Eve\";PARTSTAT=\"ACCEPTED",
                "Eve:mailto:other@evil.example",
                "Eve\u2028X-EVIL:1",
                "Eve\u0085X-EVIL:1\u0000",
                "\\nX-EVIL:1",
                "Zoë \uD83D\uDC69\u200D\uD83D\uDCBB and a lone \uD83D half",
                "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻"
            })
    void letsNoTextAddAProperty(String text) throws Exception {
        var booking = SampleBookings.of(text, "ada@example.com", text);
        for (var calendar :
                List.of(
                        calendars.request(booking),
                        calendars.publish(booking),
                        calendars.feed(text, List.of(booking), true))) {
            var lines = new PlainIcs(calendar).lines();
            assertThat(lines).noneMatch(line -> line.startsWith("X-EVIL"));
            assertThat(lines).noneMatch(line -> line.startsWith("ATTENDEE:"));
            assertThat(lines).doesNotContain("BEGIN:VALARM");
            var event = event(calendar);
            event.getProperties("ATTENDEE")
                    .forEach(attendee ->
                            assertThat(attendee.getRequiredParameter("PARTSTAT").getValue())
                                    .isEqualTo("NEEDS-ACTION"));
            assertThat(event.getProperties("ATTENDEE")).hasSizeLessThan(2);
            assertThat(event.getProperties("LOCATION")).hasSize(1);
        }
    }

    @Test
    void keepsTextAsItIs() throws Exception {
        var text = "Zoë, 👩‍💻; \\ \"quoted\" c:\\new";
        var booking = SampleBookings.of("Zoë 👩‍💻", "ada@example.com", text);
        var event = event(calendars.request(booking));
        assertThat(event.<Property>getRequiredProperty("LOCATION").getValue()).isEqualTo(text);
        assertThat(
                        event.<Property>getRequiredProperty("ATTENDEE")
                                .getRequiredParameter("CN")
                                .getValue())
                .isEqualTo("Zoë 👩‍💻");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b@example.com",
                "eve@example.com\r\nBCC:x",
                "a;PARTSTAT=x@example.com",
                "äö@exämple.de"
            })
    void encodesAnOddAddress(String address) throws Exception {
        var lines =
                new PlainIcs(calendars.request(SampleBookings.of("Ada", address, null))).lines();
        assertThat(lines).noneMatch(line -> line.startsWith("BCC"));
        assertThat(lines).filteredOn(line -> line.startsWith("ATTENDEE")).hasSize(1);
    }

    @Test
    void writesUtcWhereThereIsNoPlace() {
        for (var zone : List.of("UTC", "Z", "+02:00", "nonsense")) {
            var fact = SampleBookings.of("Ada", "ada@example.com", null);
            var plain = new PlainIcs(calendars.publish(in(zone, fact)));
            assertThat(plain.value("VEVENT", "DTSTART")).isEqualTo("DTSTART:20270601T080000Z");
            assertThat(plain.lines()).doesNotContain("BEGIN:VTIMEZONE");
        }
        assertThat(LocalDateTime.parse("20270601T080000", PlainIcs.TIME)).isNotNull();
    }

    @Test
    void tellsTheSecondOfTwoEqualTimesApart() {
        var second = ZonedDateTime.parse("2027-10-31T02:30:00+01:00[Europe/Berlin]");
        var first = second.withEarlierOffsetAtOverlap();
        assertThat(calendars.publish(SampleBookings.at(second, 60)))
                .contains("DTSTART:20271031T013000Z");
        assertThat(calendars.publish(SampleBookings.at(first, 60)))
                .contains("DTSTART;TZID=Europe/Berlin:20271031T023000", "DTEND:20271031T013000Z");
    }

    private static BookingFact in(String zone, BookingFact fact) {
        return new BookingFact(
                fact.bookingId(),
                fact.uid(),
                fact.sequence(),
                fact.status(),
                fact.offeringId(),
                fact.offeringName(),
                fact.resourceIds(),
                fact.start(),
                fact.end(),
                zone,
                fact.attendee(),
                fact.location());
    }

    static Calendar parse(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(String text) throws Exception {
        return (VEvent) parse(text).getComponents("VEVENT").getFirst();
    }
}
