package io.frontdesk.calendarintegration.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others need to know of a booking.
 *
 * @param uid by which calendars know it
 * @param sequence rises with every change that calendars must learn of
 * @param status confirmed, cancelled, no_show or completed
 * @param resourceIds the one that serves first
 * @param timeZone of the one that serves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingFact(
        UUID bookingId,
        String uid,
        int sequence,
        String status,
        UUID offeringId,
        String offeringName,
        List<UUID> resourceIds,
        OffsetDateTime start,
        OffsetDateTime end,
        String timeZone,
        Attendee attendee,
        @Nullable String location) {}
