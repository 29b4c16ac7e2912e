package io.frontdesk.calendarplugin.writing;

import io.frontdesk.calendarplugin.event.BookedEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking in one connected calendar.
 *
 * @param state {@code pending} and {@code removing} are to be done, {@code written} and {@code
 *     removed} are done, {@code conflict} waits for people
 * @param attempted whether it was ever tried, so that it may be there though we do not know it
 * @param eventId the provider's; null until it answered
 * @param writtenStart as we left it there
 */
public record WrittenEvent(
        UUID bookingId,
        UUID connectionId,
        String uid,
        int sequence,
        String state,
        boolean attempted,
        String title,
        @Nullable String location,
        @Nullable String attendeeName,
        @Nullable String attendeeEmail,
        ZoneId timeZone,
        Instant start,
        Instant end,
        @Nullable String eventId,
        @Nullable String etag,
        @Nullable Instant writtenStart,
        @Nullable Instant writtenEnd) {

    BookedEvent wanted() {
        return new BookedEvent(
                bookingId,
                uid,
                sequence,
                title,
                null,
                location,
                start,
                end,
                timeZone,
                attendeeName,
                attendeeEmail);
    }

    public boolean live() {
        return !state.equals("removing") && !state.equals("removed");
    }
}
