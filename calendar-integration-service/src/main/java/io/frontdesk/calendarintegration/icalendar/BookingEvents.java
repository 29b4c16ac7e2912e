package io.frontdesk.calendarintegration.icalendar;

import io.frontdesk.calendarintegration.booking.BookingFact;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;

/** One booking as a VEVENT, for the different readers. */
final class BookingEvents {
    private final OrganizerProperties organizer;

    BookingEvents(OrganizerProperties organizer) {
        this.organizer = organizer;
    }

    VEvent invitation(BookingFact booking, Instant stamp) {
        var event = described(booking, stamp, ImmutableStatus.VEVENT_CONFIRMED);
        return withPeople(event, booking, PartStat.NEEDS_ACTION);
    }

    VEvent cancelled(BookingFact booking, Instant stamp) {
        var event = described(booking, stamp, ImmutableStatus.VEVENT_CANCELLED);
        return withPeople(event, booking, null);
    }

    VEvent published(BookingFact booking, Instant stamp) {
        var status =
                booking.status().equalsIgnoreCase("cancelled")
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED;
        var event = described(booking, stamp, status);
        event.add(organizer());
        event.add(new Description(IcsText.line(booking.attendee().name())));
        return event;
    }

    VEvent named(BookingFact booking, Instant stamp) {
        var title = booking.offeringName() + ": " + booking.attendee().name();
        var event = bare(booking, stamp, title);
        located(event, booking);
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    VEvent busy(BookingFact booking, Instant stamp) {
        var event = bare(booking, stamp, "Busy");
        event.add(new Clazz(Clazz.VALUE_PRIVATE));
        return event;
    }

    private static VEvent described(BookingFact booking, Instant stamp, Status status) {
        var event = bare(booking, stamp, booking.offeringName());
        located(event, booking);
        event.add(status);
        return event;
    }

    private static VEvent bare(BookingFact booking, Instant stamp, String title) {
        var zone = BookingCalendar.zone(booking);
        var event = new VEvent(false);
        event.add(new Uid(IcsText.line(booking.uid())));
        event.add(new DtStamp(stamp.truncatedTo(ChronoUnit.SECONDS)));
        var start = time(booking.start(), zone);
        var end = time(booking.end(), zone);
        event.add(new DtStart<>(in(zone, start), start));
        event.add(new DtEnd<>(in(zone, end), end));
        event.add(new Sequence(booking.sequence()));
        event.add(new Summary(IcsText.line(title)));
        Transp busy = ImmutableTransp.OPAQUE;
        event.add(busy);
        return event;
    }

    /**
     * The local time goes out as such beside its TZID: given a zoned one, ical4j asks its own
     * tables, which know other rules than the JDK for some places. The second of two equal local
     * times cannot be said so (RFC 5545, 3.3.5): that one goes out in UTC.
     */
    private static Temporal time(OffsetDateTime time, ZoneId zone) {
        var there = time.atZoneSameInstant(zone);
        return zone.equals(ZoneOffset.UTC) || !there.equals(there.withEarlierOffsetAtOverlap())
                ? time.toInstant()
                : there.toLocalDateTime();
    }

    private static ParameterList in(ZoneId zone, Temporal time) {
        return time instanceof Instant
                ? new ParameterList()
                : new ParameterList(List.of(new TzId(zone.getId())));
    }

    private static void located(VEvent event, BookingFact booking) {
        if (booking.location() != null) {
            event.add(new Location(IcsText.line(booking.location())));
        }
    }

    private VEvent withPeople(VEvent event, BookingFact booking, @Nullable PartStat state) {
        event.add(organizer());
        var attendee = booking.attendee();
        var parameters = new ArrayList<Parameter>();
        parameters.add(new Cn(IcsText.parameter(attendee.name())));
        parameters.add(Role.REQ_PARTICIPANT);
        if (state != null) {
            parameters.add(state);
            parameters.add(Rsvp.TRUE);
        }
        event.add(new Attendee(new ParameterList(parameters), mailto(attendee.email())));
        return event;
    }

    private Organizer organizer() {
        var name = new Cn(IcsText.parameter(organizer.name()));
        return new Organizer(new ParameterList(List.of(name)), mailto(organizer.address()));
    }

    /** Percent-encodes what an address must not bring along. */
    private static URI mailto(String address) {
        try {
            return new URI("mailto", IcsText.line(address), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
