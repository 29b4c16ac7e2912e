package io.frontdesk.calendarintegration.booking;

import io.frontdesk.calendarintegration.availability.Placement;
import io.frontdesk.calendarintegration.booking.BookingChanged.Kind;
import io.frontdesk.calendarintegration.hold.Holds;
import io.frontdesk.calendarintegration.occupancy.Occupancy;
import io.frontdesk.calendarintegration.offering.Offering;
import io.frontdesk.calendarintegration.offering.Offerings;
import io.frontdesk.calendarintegration.resource.Resources;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Makes bookings. */
@Service
@Transactional
public class BookSlot {
    private final Bookings bookings;
    private final Holds holds;
    private final Offerings offerings;
    private final Resources resources;
    private final Placement placement;
    private final Occupancy occupancy;
    private final Announcement announcement;
    private final IdGenerator ids;
    private final Clock clock;

    BookSlot(
            Bookings bookings,
            Holds holds,
            Offerings offerings,
            Resources resources,
            Placement placement,
            Occupancy occupancy,
            Announcement announcement,
            IdGenerator ids,
            Clock clock) {
        this.bookings = bookings;
        this.holds = holds;
        this.offerings = offerings;
        this.resources = resources;
        this.placement = placement;
        this.occupancy = occupancy;
        this.announcement = announcement;
        this.ids = ids;
        this.clock = clock;
    }

    /** Books what a hold keeps. */
    public Booking fromHold(UUID holdId, Attendee attendee) {
        var hold = holds.claim(holdId);
        var offering = offerings.get(hold.offeringId());
        var booking =
                add(
                        offering,
                        hold.resourceIds(),
                        hold.start().toInstant(),
                        hold.end().toInstant(),
                        attendee,
                        null);
        occupancy.turn(holdId, booking.id());
        return announce(booking);
    }

    /**
     * Books a slot that nobody holds.
     *
     * @param resource absent: the offering's assignment decides
     */
    public Booking directly(
            UUID offeringId,
            @Nullable UUID resource,
            Instant start,
            Attendee attendee,
            @Nullable UUID series) {
        var offering = offerings.get(offeringId);
        var seat = placement.choose(offering, resource, start);
        var booking = add(offering, seat.resources(), seat.start(), seat.end(), attendee, series);
        occupancy.book(seat, booking.id());
        return announce(booking);
    }

    private Booking add(
            Offering offering,
            List<UUID> taken,
            Instant start,
            Instant end,
            Attendee attendee,
            @Nullable UUID series) {
        var booking =
                new Booking(
                        ids.generateId(),
                        Booking.Status.CONFIRMED,
                        0,
                        offering.id(),
                        offering.name(),
                        taken,
                        start.atOffset(ZoneOffset.UTC),
                        end.atOffset(ZoneOffset.UTC),
                        resources.get(taken.getFirst()).timeZone(),
                        new Attendee(
                                attendee.name().strip(), attendee.email(), attendee.timeZone()),
                        offering.location(),
                        series,
                        // As the database keeps it.
                        OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS),
                        null);
        bookings.add(booking);
        return booking;
    }

    private Booking announce(Booking booking) {
        announcement.of(booking, Kind.CONFIRMED);
        return booking;
    }
}
