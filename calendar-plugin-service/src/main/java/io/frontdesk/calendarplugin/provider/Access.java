package io.frontdesk.calendarplugin.provider;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What opens a connection's calendars. Tokens are fresh when a call begins; refreshing them is not
 * the caller's business but {@link Consent}'s.
 *
 * @param server the server's address, for a provider that has many
 * @param user the account's name, where it is opened with a password
 * @param secret the access token or the app password; never logged, never returned
 * @param zone the resource's, for all-day events of calendars that tell no zone
 */
public record Access(
        UUID connectionId,
        @Nullable URI server,
        @Nullable String user,
        String secret,
        ZoneId zone) {
    public Access(UUID connectionId, @Nullable URI server, @Nullable String user, String secret) {
        this(connectionId, server, user, secret, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return "Access[" + connectionId + "]";
    }
}
