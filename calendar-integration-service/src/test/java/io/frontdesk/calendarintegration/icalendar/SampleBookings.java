package io.frontdesk.calendarintegration.icalendar;

import io.frontdesk.calendarintegration.booking.Attendee;
import io.frontdesk.calendarintegration.booking.BookingFact;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bookings for tests. */
public final class SampleBookings {
    private SampleBookings() {}

    public static BookingFact at(ZonedDateTime start, long minutes) {
        return booking(
                start.toOffsetDateTime(),
                minutes,
                start.getZone().getId(),
                "Ada Lovelace",
                "ada@example.com",
                "Room 1");
    }

    public static BookingFact of(String name, String email, @Nullable String location) {
        var start = ZonedDateTime.parse("2027-06-01T10:00:00+02:00[Europe/Berlin]");
        return booking(start.toOffsetDateTime(), 60, "Europe/Berlin", name, email, location);
    }

    private static BookingFact booking(
            OffsetDateTime start,
            long minutes,
            String zone,
            String name,
            String email,
            @Nullable String location) {
        var id = UUID.randomUUID();
        return new BookingFact(
                id,
                id + "@frontdesk",
                3,
                "confirmed",
                UUID.randomUUID(),
                "Haircut, wash & dry; \"special\"",
                List.of(UUID.randomUUID()),
                start,
                start.plusMinutes(minutes),
                zone,
                new Attendee(name, email, null),
                location);
    }
}
