package io.frontdesk.calendarplugin.google;

import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.Push;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.refusal.ProviderSilent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Google's notification channels: they cannot be prolonged, only replaced. */
final class GoogleChannels implements Push {
    static final Duration LIFETIME = Duration.ofDays(7);

    private final GoogleApi api;
    private final Clock clock;

    GoogleChannels(GoogleApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Channel subscribe(Access access, String calendarId, URI callback, String secret) {
        var until = clock.instant().plus(LIFETIME);
        var asked =
                new com.google.api.services.calendar.model.Channel()
                        .setId(UUID.randomUUID().toString())
                        .setType("web_hook")
                        .setAddress(callback.toString())
                        .setToken(secret)
                        .setExpiration(until.toEpochMilli());
        var made = api.write(access, client -> client.events().watch(calendarId, asked));
        var expires = made.getExpiration();
        return new Channel(
                Objects.requireNonNullElse(made.getId(), asked.getId()),
                made.getResourceId(),
                expires == null ? until : Instant.ofEpochMilli(expires));
    }

    /** The new channel first: between the two a change would be missed. */
    @Override
    public Channel renew(
            Access access, String calendarId, Channel channel, URI callback, String secret) {
        var renewed = subscribe(access, calendarId, callback, secret);
        try {
            unsubscribe(access, channel);
        } catch (ProviderBusy | ProviderSilent | StatusRefused left) {
            // The old one ends by itself; until then it only causes a sync too many.
            return renewed;
        }
        return renewed;
    }

    @Override
    public void unsubscribe(Access access, Channel channel) {
        var ended =
                new com.google.api.services.calendar.model.Channel()
                        .setId(channel.id())
                        .setResourceId(channel.resource());
        try {
            api.write(access, client -> client.channels().stop(ended));
        } catch (StatusRefused refused) {
            if (!refused.gone()) {
                throw refused;
            }
        }
    }

    /** A channel's first call only says that it stands. */
    @Override
    public Optional<Call> read(
            byte[] body, Map<String, String> headers, Map<String, String> query, String secret) {
        var token = headers.getOrDefault("x-goog-channel-token", "");
        var state = headers.get("x-goog-resource-state");
        if (state == null || secret.isEmpty() || !same(token, secret)) {
            return Optional.empty();
        }
        return Optional.of(new Call(!state.equals("sync"), null));
    }

    private static boolean same(String given, String secret) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
