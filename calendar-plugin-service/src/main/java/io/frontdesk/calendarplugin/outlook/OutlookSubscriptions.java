package io.frontdesk.calendarplugin.outlook;

import com.microsoft.graph.models.Subscription;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.Push;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Graph's change notifications for a calendar. */
final class OutlookSubscriptions implements Push {
    /** Every tenant allows 4,230 minutes; half an hour less is safe against clocks that differ. */
    static final Duration LIFETIME = Duration.ofHours(70);

    private static final int LONGEST_TOKEN = 4096;

    private final GraphApi api;
    private final JsonMapper json;
    private final Clock clock;

    OutlookSubscriptions(GraphApi api, JsonMapper json, Clock clock) {
        this.api = api;
        this.json = json;
        this.clock = clock;
    }

    /** While Graph makes the subscription it calls the address, with a token to be sent back. */
    @Override
    public Channel subscribe(Access access, String calendarId, URI callback, String secret) {
        var asked = new Subscription();
        asked.setChangeType("created,updated,deleted");
        asked.setNotificationUrl(callback.toString());
        asked.setLifecycleNotificationUrl(callback.toString());
        asked.setResource("me/calendars/" + calendarId + "/events");
        asked.setExpirationDateTime(until());
        asked.setClientState(secret);
        return channel(api.write(access, client -> client.subscriptions().post(asked)));
    }

    @Override
    public Channel renew(
            Access access, String calendarId, Channel channel, URI callback, String secret) {
        var longer = new Subscription();
        longer.setExpirationDateTime(until());
        try {
            var told =
                    api.write(
                            access,
                            client ->
                                    client.subscriptions()
                                            .bySubscriptionId(channel.id())
                                            .patch(longer));
            return channel(told);
        } catch (StatusRefused refused) {
            if (refused.gone()) {
                return subscribe(access, calendarId, callback, secret);
            }
            throw refused;
        }
    }

    @Override
    public void unsubscribe(Access access, Channel channel) {
        try {
            api.end(
                    access,
                    client -> client.subscriptions().bySubscriptionId(channel.id()).delete());
        } catch (StatusRefused refused) {
            if (!refused.gone()) {
                throw refused;
            }
        }
    }

    /**
     * A lifecycle notification (events were missed, the subscription was removed or wants to be
     * authorized again) asks for a sync like a change: what it says is found out by reading.
     */
    @Override
    public Optional<Call> read(
            byte[] body, Map<String, String> headers, Map<String, String> query, String secret) {
        var handshake = query.get("validationToken");
        if (handshake != null) {
            return handshake.length() > LONGEST_TOKEN
                    ? Optional.empty()
                    : Optional.of(new Call(false, handshake));
        }
        try {
            var told = json.readTree(body).path("value");
            return !secret.isEmpty() && !told.isEmpty() && told.isArray() && ours(told, secret)
                    ? Optional.of(new Call(true, null))
                    : Optional.empty();
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
    }

    private static boolean ours(JsonNode notifications, String secret) {
        var expected = secret.getBytes(StandardCharsets.UTF_8);
        for (var each : notifications) {
            var given = each.path("clientState").asString("").getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(given, expected)) {
                return false;
            }
        }
        return true;
    }

    private OffsetDateTime until() {
        return Instant.ofEpochSecond(clock.instant().plus(LIFETIME).getEpochSecond())
                .atOffset(ZoneOffset.UTC);
    }

    private Channel channel(Subscription told) {
        var expires = told.getExpirationDateTime();
        return new Channel(
                GraphApi.told(told.getId()),
                null,
                (expires == null ? until() : expires).toInstant());
    }
}
