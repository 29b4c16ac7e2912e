package io.frontdesk.calendarintegration.waitinglist;

import io.frontdesk.calendarintegration.booking.Attendee;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Within the transaction at hand, somebody who waits is offered a slot, kept by a hold. */
public record SlotOffered(
        UUID waitingId,
        Attendee attendee,
        UUID holdId,
        OffsetDateTime start,
        OffsetDateTime expiresAt) {}
