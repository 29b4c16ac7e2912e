package io.frontdesk.calendarplugin.conflict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement that was reported and not decided by us.
 *
 * @param kind {@code overlap}: somebody else's event overlaps a booking; {@code moved-there},
 *     {@code deleted-there}, {@code changed-there}: somebody touched the event of a booking; {@code
 *     change-refused}: the booking could not follow; {@code write-refused}: the provider does not
 *     take the event
 * @param start of the event as it is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conflict(
        UUID id,
        String kind,
        @Nullable UUID bookingId,
        @Nullable String eventId,
        @Nullable Instant start,
        @Nullable Instant end,
        String detail,
        Instant detectedAt) {}
