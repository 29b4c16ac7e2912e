package io.frontdesk.calendarplugin.provider;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider that calls us when a calendar changes. What it calls with only starts a sync. */
public interface Push {
    Channel subscribe(Access access, String calendarId, URI callback, String secret);

    /**
     * Prolongs a channel, or makes a new one where the provider cannot; the old one is then ended.
     */
    Channel renew(Access access, String calendarId, Channel channel, URI callback, String secret);

    void unsubscribe(Access access, Channel channel);

    /**
     * Reads a call of the provider.
     *
     * @param headers by lower-case name
     * @return what to answer and whether to sync; empty when it is not the provider's
     */
    Optional<Call> read(
            byte[] body, Map<String, String> headers, Map<String, String> query, String secret);

    /**
     * A subscription at the provider.
     *
     * @param resource the provider's further id for it, where it has one
     */
    record Channel(String id, @Nullable String resource, Instant expiresAt) {}

    /**
     * What a call asks of us.
     *
     * @param answer the text to send back as it is, for a handshake
     */
    record Call(boolean sync, @Nullable String answer) {}
}
