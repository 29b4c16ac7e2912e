package io.frontdesk.calendarintegration.invitation;

import io.frontdesk.calendarintegration.booking.Attendee;
import io.frontdesk.calendarintegration.booking.BookingFact;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The letters in one language, with times by the attendee's clock. Another language is another map
 * and locale.
 */
public final class Wording {
    /** In English, the day before the month and the clock with 24 hours. */
    public static final Wording ENGLISH =
            new Wording(
                    Locale.UK,
                    Map.of(
                            "confirmed", "your booking is confirmed.",
                            "moved", "your booking has been moved to another time.",
                            "cancelled",
                                    "your booking has been cancelled. It no longer takes place.",
                            "reminder", "this is to remind you of your booking.",
                            "offered", "a time you were waiting for has become free."));

    private final Map<String, String> words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter offset;

    private Wording(Locale locale, Map<String, String> words) {
        this.words = words;
        this.day = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", locale);
        this.clock = DateTimeFormatter.ofPattern("HH:mm", locale);
        this.offset = DateTimeFormatter.ofPattern("OOOO", locale);
    }

    Letter confirmed(BookingFact booking) {
        return letter(
                "Confirmed", "confirmed", booking, "The invitation adds it to your calendar.");
    }

    Letter moved(BookingFact booking) {
        return letter("Moved", "moved", booking, "The invitation moves it in your calendar.");
    }

    Letter cancelled(BookingFact booking) {
        return letter("Cancelled", "cancelled", booking, "It is taken out of your calendar.");
    }

    /** Shortly before the booking. */
    public Letter reminder(BookingFact booking) {
        return letter("Reminder", "reminder", booking, "We look forward to seeing you.");
    }

    Letter offered(
            Attendee attendee, OffsetDateTime start, OffsetDateTime until, String reference) {
        var zone = zone(attendee).orElse(start.getOffset());
        var subject = "A time has become free: " + moment(start.atZoneSameInstant(zone));
        var text =
                greeting(attendee)
                        + words.get("offered")
                        + "\n\n"
                        + moment(start.atZoneSameInstant(zone))
                        + "\n\nIt is kept for you until "
                        + moment(until.atZoneSameInstant(zone))
                        + ".\n\nReference: "
                        + reference
                        + "\n";
        return new Letter(subject, text);
    }

    private Letter letter(String title, String what, BookingFact booking, String ending) {
        var attendee = booking.attendee();
        var zone = zone(attendee).orElseGet(() -> zone(booking));
        var start = booking.start().atZoneSameInstant(zone);
        var end = booking.end().atZoneSameInstant(zone);
        var location = booking.location() == null ? "" : "\nWhere: " + booking.location();
        var text =
                greeting(attendee)
                        + words.get(what)
                        + "\n\n"
                        + booking.offeringName()
                        + "\nWhen: "
                        + span(start, end)
                        + location
                        + "\n\n"
                        + ending
                        + "\n\nReference: "
                        + booking.bookingId()
                        + "\n";
        var subject =
                title
                        + ": "
                        + booking.offeringName()
                        + ", "
                        + day.format(start)
                        + ", "
                        + clock.format(start);
        return new Letter(subject, text);
    }

    private static String greeting(Attendee attendee) {
        return "Hello " + attendee.name() + ",\n\n";
    }

    /** The offset is said where it could be taken for another: when the clocks change. */
    private String span(ZonedDateTime start, ZonedDateTime end) {
        var sameDay = start.toLocalDate().equals(end.toLocalDate());
        var sameOffset = start.getOffset().equals(end.getOffset());
        return day.format(start)
                + ", "
                + clock.format(start)
                + (sameOffset ? "" : " (" + offset.format(start) + ")")
                + " to "
                + (sameDay ? "" : day.format(end) + ", ")
                + clock.format(end)
                + " ("
                + end.getZone().getId()
                + ", "
                + offset.format(end)
                + ", "
                + length(Duration.between(start, end))
                + ")";
    }

    private String moment(ZonedDateTime time) {
        return day.format(time) + ", " + clock.format(time) + " (" + offset.format(time) + ")";
    }

    private static String length(Duration length) {
        var minutes = length.toMinutes();
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }

    private static Optional<ZoneId> zone(Attendee attendee) {
        return Optional.ofNullable(attendee.timeZone()).flatMap(Wording::zone);
    }

    private static ZoneId zone(BookingFact booking) {
        return zone(booking.timeZone()).orElse(booking.start().getOffset());
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
