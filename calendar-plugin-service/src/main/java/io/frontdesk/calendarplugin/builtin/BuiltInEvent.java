package io.frontdesk.calendarplugin.builtin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of the built-in calendar.
 *
 * @param change the number of its last change in its calendar, which is its version
 */
record BuiltInEvent(
        UUID id,
        String uid,
        @Nullable UUID bookingId,
        String title,
        Instant start,
        Instant end,
        boolean allDay,
        boolean busy,
        long change,
        boolean removed,
        Instant updatedAt) {
    String etag() {
        return "\"" + change + "\"";
    }
}
