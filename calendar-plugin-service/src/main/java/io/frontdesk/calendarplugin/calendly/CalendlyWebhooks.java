package io.frontdesk.calendarplugin.calendly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.Push;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calendly's webhook subscriptions. They do not end, but one whose calls fail for a day is switched
 * off there: so each is looked at daily, and made anew when it stopped.
 */
final class CalendlyWebhooks implements Push {
    static final Duration LIFETIME = Duration.ofDays(1);

    private static final String PATH = "/webhook_subscriptions";
    private static final Duration TOLERANCE = Duration.ofMinutes(3);
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),\\s*v1=([0-9a-f]{64})");

    private final CalendlyApi api;
    private final Clock clock;
    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(TOLERANCE.multipliedBy(2))
                    .build();

    CalendlyWebhooks(CalendlyApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Channel subscribe(Access access, String calendarId, URI callback, String secret) {
        var me = api.get(access, "/users/me", Map.of()).path("resource");
        var told =
                api.post(
                        access,
                        PATH,
                        Map.of(
                                "url",
                                callback.toString(),
                                "events",
                                List.of("invitee.created", "invitee.canceled"),
                                "organization",
                                me.path("current_organization").asString(""),
                                "user",
                                calendarId,
                                "scope",
                                "user",
                                "signing_key",
                                secret));
        return channel(told.path("resource").path("uri").asString(""));
    }

    @Override
    public Channel renew(
            Access access, String calendarId, Channel channel, URI callback, String secret) {
        try {
            var told = api.get(access, PATH + "/" + channel.id(), Map.of()).path("resource");
            if (told.path("state").asString("").equals("active")
                    && told.path("callback_url").asString("").equals(callback.toString())) {
                return new Channel(channel.id(), null, clock.instant().plus(LIFETIME));
            }
        } catch (StatusRefused refused) {
            if (!refused.gone()) {
                throw refused;
            }
        }
        // Calendly takes an address once only, so the old one goes first.
        unsubscribe(access, channel);
        return subscribe(access, calendarId, callback, secret);
    }

    @Override
    public void unsubscribe(Access access, Channel channel) {
        try {
            api.delete(access, PATH + "/" + channel.id());
        } catch (StatusRefused refused) {
            if (!refused.gone()) {
                throw refused;
            }
        }
    }

    private Channel channel(String uri) {
        var id = uri.substring(uri.lastIndexOf('/') + 1);
        if (!id.matches("[A-Za-z0-9-]{1,64}")) {
            throw CalendlyApi.unreadable();
        }
        return new Channel(id, null, clock.instant().plus(LIFETIME));
    }

    /** A call whose signature was seen before is a repetition: answered, but for nothing. */
    @Override
    public Optional<Call> read(
            byte[] body, Map<String, String> headers, Map<String, String> query, String secret) {
        var signature = SIGNATURE.matcher(headers.getOrDefault("calendly-webhook-signature", ""));
        if (!signature.matches() || secret.isEmpty()) {
            return Optional.empty();
        }
        var at = Instant.ofEpochSecond(Long.parseLong(signature.group(1)));
        var expected = sign(signature.group(1), body, secret);
        var given = HexFormat.of().parseHex(signature.group(2));
        if (Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) > 0
                || !MessageDigest.isEqual(expected, given)) {
            return Optional.empty();
        }
        var first = seen.asMap().putIfAbsent(signature.group(2), Boolean.TRUE) == null;
        return Optional.of(new Call(first, null));
    }

    private static byte[] sign(String time, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
