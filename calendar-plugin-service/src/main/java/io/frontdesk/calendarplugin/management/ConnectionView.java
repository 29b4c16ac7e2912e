package io.frontdesk.calendarplugin.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.Direction;
import io.frontdesk.calendarplugin.connection.ForeignChanges;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the API shows it; never its secrets.
 *
 * @param status {@code awaiting_consent}, {@code connected}, {@code paused}, {@code stale} or
 *     {@code revoked}
 * @param staleSince since when what we know may be wrong
 * @param error why the last sync failed, in words
 * @param problems events that could not be read as they were meant
 * @param consentUrl where the owner's browser is to go
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ConnectionView(
        UUID id,
        String provider,
        UUID resourceId,
        String status,
        @Nullable String calendarId,
        @Nullable URI server,
        @Nullable String username,
        Direction direction,
        boolean storeTitles,
        ForeignChanges foreignChanges,
        @Nullable Instant lastSync,
        @Nullable Instant freshUntil,
        @Nullable Instant staleSince,
        @Nullable String error,
        List<String> problems,
        @Nullable URI consentUrl) {
    static ConnectionView of(Connection connection, Instant now, @Nullable URI consentUrl) {
        return new ConnectionView(
                connection.id(),
                connection.provider(),
                connection.resourceId(),
                connection.status(now),
                connection.calendarId(),
                connection.server(),
                connection.username(),
                connection.direction(),
                connection.storeTitles(),
                connection.foreignChanges(),
                connection.lastSync(),
                connection.freshUntil(),
                connection.staleSince(now),
                connection.error(),
                connection.problems(),
                consentUrl);
    }
}
