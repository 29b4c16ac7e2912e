package io.frontdesk.calendarplugin.integration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking as calendar-integration-service tells it.
 *
 * @param sequence one more at each change
 * @param timeZone IANA name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BookingFact(
        UUID bookingId,
        String uid,
        int sequence,
        String status,
        String offeringName,
        List<UUID> resourceIds,
        Instant start,
        Instant end,
        String timeZone,
        @Nullable Attendee attendee,
        @Nullable String location) {

    public boolean confirmed() {
        return status.equals("confirmed");
    }

    /** Who comes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Attendee(@Nullable String name, @Nullable String email) {}
}
