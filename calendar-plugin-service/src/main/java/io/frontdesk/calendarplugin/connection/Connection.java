package io.frontdesk.calendarplugin.connection;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource's connection to one calendar.
 *
 * @param timeZone the resource's
 * @param calendarId the provider's; null until consent
 * @param error why the last sync failed, in words
 * @param problems what the last reading could not read as it was meant
 * @param windowTo how far ahead the calendar was read
 * @param windowReadAt when everything in the window was read for the last time
 * @param freshUntil until when what we know of the calendar counts as current
 * @param notBefore until when the provider asked to be left alone
 * @param wants how often a sync was asked for
 * @param served how often it had been when the last sync that went through began
 * @param version of what its owner chose; a sync that read another one keeps no token
 */
public record Connection(
        UUID id,
        UUID tenantId,
        String provider,
        UUID resourceId,
        ZoneId timeZone,
        @Nullable String calendarId,
        @Nullable URI server,
        @Nullable String username,
        Direction direction,
        boolean storeTitles,
        ForeignChanges foreignChanges,
        ConnectionState state,
        @Nullable String error,
        List<String> problems,
        @Nullable String syncToken,
        @Nullable Instant windowTo,
        @Nullable Instant windowReadAt,
        @Nullable Instant lastSync,
        @Nullable Instant freshUntil,
        @Nullable Instant notBefore,
        long wants,
        long served,
        long version,
        @Nullable String announced) {

    /**
     * {@code awaiting_consent}, {@code connected}, {@code paused}, {@code stale}, {@code revoked}.
     */
    public String status(Instant now) {
        return switch (state) {
            case AWAITING_CONSENT -> "awaiting_consent";
            case PAUSED -> "paused";
            case REVOKED -> "revoked";
            case ACTIVE -> stale(now) ? "stale" : "connected";
        };
    }

    /** Since when what we know may be wrong; null while it is current. */
    public @Nullable Instant staleSince(Instant now) {
        return state == ConnectionState.REVOKED || stale(now) ? lastSync : null;
    }

    public String requiredCalendar() {
        if (calendarId == null) {
            throw new ConnectionNotReady("No calendar was chosen yet.");
        }
        return calendarId;
    }

    private boolean stale(Instant now) {
        return freshUntil != null && now.isAfter(freshUntil);
    }
}
