package io.frontdesk.calendarplugin.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking of ours as it shall stand at the provider.
 *
 * @param uid stable for the life of the booking, so that a repeated write makes no second event
 * @param sequence RFC 5545 SEQUENCE, one more at each change
 */
public record BookedEvent(
        UUID bookingId,
        String uid,
        int sequence,
        String title,
        @Nullable String description,
        @Nullable String location,
        Instant start,
        Instant end,
        ZoneId zone,
        @Nullable String attendeeName,
        @Nullable String attendeeEmail) {}
