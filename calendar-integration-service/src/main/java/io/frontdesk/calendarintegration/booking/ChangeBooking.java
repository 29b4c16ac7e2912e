package io.frontdesk.calendarintegration.booking;

import io.frontdesk.calendarintegration.availability.Placement;
import io.frontdesk.calendarintegration.booking.BookingChanged.Kind;
import io.frontdesk.calendarintegration.occupancy.Occupancy;
import io.frontdesk.calendarintegration.offering.Offerings;
import io.frontdesk.calendarintegration.resource.Resources;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves bookings, cancels them, and says how they ended. */
@Service
@Transactional
public class ChangeBooking {
    private final Bookings bookings;
    private final Offerings offerings;
    private final Resources resources;
    private final Placement placement;
    private final Occupancy occupancy;
    private final Announcement announcement;
    private final Clock clock;

    ChangeBooking(
            Bookings bookings,
            Offerings offerings,
            Resources resources,
            Placement placement,
            Occupancy occupancy,
            Announcement announcement,
            Clock clock) {
        this.bookings = bookings;
        this.offerings = offerings;
        this.resources = resources;
        this.placement = placement;
        this.occupancy = occupancy;
        this.announcement = announcement;
        this.clock = clock;
    }

    /**
     * Gives the old slot up for the new one in one step: if the new one is not to be had, the old
     * one was never given up.
     *
     * @param resource absent: who serves now, where possible at all
     */
    public Booking reschedule(UUID id, Instant start, @Nullable UUID resource) {
        var booking = confirmed(id);
        var offering = offerings.get(booking.offeringId());
        var serving = booking.resourceIds().getFirst();
        var wanted =
                resource == null && offering.resourceIds().contains(serving) ? serving : resource;
        // All locks in one order, before the first row changes.
        placement.prepare(offering, new HashSet<>(booking.resourceIds()), wanted, start);
        occupancy.free(id);
        var seat = placement.choose(offering, wanted, start);
        occupancy.book(seat, id);
        bookings.move(
                id,
                seat.resources(),
                resources.get(seat.resources().getFirst()).timeZone(),
                seat.start(),
                seat.end());
        return announce(id, Kind.RESCHEDULED);
    }

    /** Says the same again for a booking that is cancelled already. */
    public Booking cancel(UUID id, @Nullable String reason) {
        var booking = bookings.lock(id);
        if (booking.status() == Booking.Status.CANCELLED) {
            return booking;
        }
        confirmed(id);
        var now = OffsetDateTime.now(clock);
        var offering = offerings.get(booking.offeringId());
        var share = offering.feeShare(Duration.between(now, booking.start()));
        var late = share.filter(part -> part.compareTo(BigDecimal.ZERO) > 0);
        bookings.cancel(
                id,
                new Booking.Cancellation(
                        now, late.map(offering::fee).orElse(null), share.isEmpty(), reason));
        occupancy.free(id);
        return announce(id, Kind.CANCELLED);
    }

    /** Says that nobody came. */
    public Booking noShow(UUID id) {
        begun(id);
        bookings.end(id, Booking.Status.NO_SHOW);
        return announce(id, Kind.NO_SHOW);
    }

    /** Says that it took place. */
    public Booking complete(UUID id) {
        begun(id);
        bookings.end(id, Booking.Status.COMPLETED);
        return bookings.get(id);
    }

    private void begun(UUID id) {
        if (confirmed(id).start().toInstant().isAfter(clock.instant())) {
            throw new BookingRefused.BookingNotBegun();
        }
    }

    private Booking confirmed(UUID id) {
        var booking = bookings.lock(id);
        if (booking.status() != Booking.Status.CONFIRMED) {
            throw new BookingRefused.BookingEnded(booking.status());
        }
        return booking;
    }

    private Booking announce(UUID id, Kind kind) {
        var booking = bookings.get(id);
        announcement.of(booking, kind);
        return booking;
    }
}
