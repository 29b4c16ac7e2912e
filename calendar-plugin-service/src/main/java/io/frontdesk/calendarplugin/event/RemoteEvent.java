package io.frontdesk.calendarplugin.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence as it stands at the provider; a recurring event comes as its occurrences within
 * the window, each with an id of its own. An all-day event spans midnight to midnight in the
 * calendar's zone.
 *
 * @param id the provider's id (of the occurrence), or its path on a CalDAV server with the
 *     occurrence's start after a {@code #}
 * @param uid RFC 5545 UID; for an event of ours the one that we gave it
 * @param bookingId the booking that we wrote into it, as text, if it is ours
 * @param etag the version, for a conditional write
 * @param busy whether it keeps the resource from other work: not for a declined, cancelled or
 *     transparent one
 * @param title null unless the connection stores titles
 * @param updatedAt when it was last changed there, where the provider tells
 */
public record RemoteEvent(
        String id,
        @Nullable String uid,
        @Nullable String bookingId,
        @Nullable String etag,
        Instant start,
        Instant end,
        boolean allDay,
        boolean busy,
        @Nullable String title,
        @Nullable Instant updatedAt) {
    /** The same under another id. */
    public RemoteEvent withId(String other) {
        return new RemoteEvent(
                other, uid, bookingId, etag, start, end, allDay, busy, title, updatedAt);
    }
}
