package io.frontdesk.calendarintegration.waitinglist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.calendarintegration.booking.Attendee;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a slot between two times.
 *
 * @param status waiting, offered, accepted, lapsed or cancelled
 * @param holdId that keeps the slot offered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Waiting(
        UUID id,
        UUID offeringId,
        @Nullable UUID resourceId,
        OffsetDateTime from,
        OffsetDateTime to,
        Attendee attendee,
        String status,
        @Nullable UUID holdId,
        OffsetDateTime createdAt) {}
