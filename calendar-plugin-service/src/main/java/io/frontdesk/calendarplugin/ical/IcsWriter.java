package io.frontdesk.calendarplugin.ical;

import io.frontdesk.calendarplugin.event.BookedEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes a booking as a calendar object that a server keeps. */
public final class IcsWriter {
    private IcsWriter() {}

    /**
     * One event with its zone. The attendee stands in the description: an ATTENDEE would make some
     * servers send invitations of their own.
     */
    public static String write(BookedEvent booking, Instant now) {
        var zone = booking.zone();
        var event = new VEvent(false);
        event.add(new Uid(booking.uid()))
                .add(new DtStamp(now))
                .add(new LastModified(now))
                .add(new Sequence(booking.sequence()))
                .add(new Summary(booking.title()))
                .add(ImmutableStatus.VEVENT_CONFIRMED)
                .add(ImmutableTransp.OPAQUE)
                .add(new XProperty(IcsReader.BOOKING, booking.bookingId().toString()));
        times(event, booking);
        if (booking.location() != null) {
            event.add(new Location(booking.location()));
        }
        var description = description(booking);
        if (!description.isEmpty()) {
            event.add(new Description(description));
        }
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Frontdesk//Calendar//EN"))
                .add(ImmutableVersion.VERSION_2_0)
                .add(ImmutableCalScale.GREGORIAN);
        var known =
                TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId());
        if (known != null) {
            calendar.add(known.getVTimeZone());
        }
        calendar.add(event);
        return calendar.toString();
    }

    /** In the booking's zone where a VTIMEZONE can say what that is, otherwise in UTC. */
    private static void times(VEvent event, BookedEvent booking) {
        var zone = booking.zone();
        var registry = TimeZoneRegistryFactory.getInstance().createRegistry();
        var told = registry.getTimeZone(zone.getId()) == null || twice(booking);
        event.add(new DtStart<>(at(booking.start(), zone, told)));
        event.add(new DtEnd<>(at(booking.end(), zone, told)));
    }

    private static java.time.temporal.Temporal at(Instant instant, ZoneId zone, boolean utc) {
        return utc ? instant : ZonedDateTime.ofInstant(instant, zone);
    }

    /** A local time that is there twice would be read as the earlier one. */
    private static boolean twice(BookedEvent booking) {
        return !booking.start()
                        .equals(
                                booking.start()
                                        .atZone(booking.zone())
                                        .withEarlierOffsetAtOverlap()
                                        .toInstant())
                || !booking.end()
                        .equals(
                                booking.end()
                                        .atZone(booking.zone())
                                        .withEarlierOffsetAtOverlap()
                                        .toInstant())
                || booking.zone() instanceof ZoneOffset;
    }

    private static String description(BookedEvent booking) {
        var text = new StringBuilder(booking.description() == null ? "" : booking.description());
        var who =
                java.util.stream.Stream.of(booking.attendeeName(), booking.attendeeEmail())
                        .filter(java.util.Objects::nonNull)
                        .collect(java.util.stream.Collectors.joining(", "));
        if (!who.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(who);
        }
        return text.toString();
    }
}
