package io.frontdesk.calendarplugin.notification;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.consent.ConsentProperties;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.Push;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a provider call us, and renews that before it ends. Without it the interval does. */
@Component
public class Subscribe {
    private static final Logger log = LoggerFactory.getLogger(Subscribe.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration AHEAD = Duration.ofHours(12);

    private final Plugins plugins;
    private final PushChannels channels;
    private final ConsentProperties properties;
    private final Clock clock;

    Subscribe(Plugins plugins, PushChannels channels, ConsentProperties properties, Clock clock) {
        this.plugins = plugins;
        this.channels = channels;
        this.properties = properties;
        this.clock = clock;
    }

    /** Does nothing for a provider that does not call, or while the channel lasts. */
    public void keep(Connection connection, Access access) {
        var push = plugins.push(connection.provider());
        // A provider reaches nobody at an address without TLS, and asks for none.
        if (push.isEmpty() || !"https".equals(properties.publicUrl().getScheme())) {
            return;
        }
        try {
            keep(connection, access, push.get());
        } catch (RuntimeException refused) {
            log.info("{} is not told of changes: {}", connection.id(), refused.toString());
        }
    }

    /** Ends it; what the provider refuses ends by itself. */
    public void end(Connection connection, Access access) {
        plugins.push(connection.provider())
                .ifPresent(push -> {
                    var channel = channels.of(connection).map(PushChannels.Kept::channel);
                    channel.ifPresent(each -> push.unsubscribe(access, each));
                    channels.forget(connection.id());
                });
    }

    private void keep(Connection connection, Access access, Push push) {
        var kept = channels.of(connection);
        var channel = kept.map(PushChannels.Kept::channel);
        var calendar = connection.requiredCalendar();
        if (channel.isEmpty()) {
            var secret = random();
            channels.begin(connection, secret);
            channels.keep(
                    connection.id(),
                    push.subscribe(access, calendar, callback(connection), secret));
        } else if (clock.instant().plus(AHEAD).isAfter(channel.get().expiresAt())) {
            channels.keep(
                    connection.id(),
                    push.renew(
                            access,
                            calendar,
                            channel.get(),
                            callback(connection),
                            kept.get().secret()));
        }
    }

    private URI callback(Connection connection) {
        return properties
                .publicUrl()
                .resolve("/api/calendar/connections/" + connection.id() + "/notifications");
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
