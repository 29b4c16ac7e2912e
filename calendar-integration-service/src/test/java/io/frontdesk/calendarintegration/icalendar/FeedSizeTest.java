package io.frontdesk.calendarintegration.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.frontdesk.calendarintegration.booking.BookingFact;
import io.frontdesk.test.time.SettableClock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedSizeTest {
    private static final ZonedDateTime START =
            ZonedDateTime.parse("2026-11-22T08:00:00+01:00[Europe/Berlin]");

    @Test
    void writesFiveThousandBookings() throws Exception {
        var calendars =
                new BookingCalendar(
                        new OrganizerProperties("desk@example.com", "Desk"),
                        new SettableClock(START.toInstant()));
        List<BookingFact> bookings =
                IntStream.range(0, 5_000)
                        .mapToObj(hour -> SampleBookings.at(START.plusHours(hour), 45))
                        .toList();
        var text =
                assertTimeout(
                        Duration.ofSeconds(10), () -> calendars.feed("Chair", bookings, true));
        assertThat(text.length()).isLessThan(2_500_000);
        assertThat(BookingCalendarTest.parse(text).getComponents("VEVENT")).hasSize(5_000);
    }
}
