package io.frontdesk.calendarplugin.consent;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionNotReady;
import io.frontdesk.calendarplugin.connection.ConnectionSecrets;
import io.frontdesk.calendarplugin.connection.ConnectionSecrets.Kept;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Opens a connection, with a token that lasts for what is to be done. */
@Component
public class OpenAccess {
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Plugins plugins;
    private final ConnectionSecrets secrets;
    private final Clock clock;

    OpenAccess(Plugins plugins, ConnectionSecrets secrets, Clock clock) {
        this.plugins = plugins;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Renews a token that is about to end. */
    public Access of(Connection connection) {
        var kept = secrets.of(connection);
        var consent = plugins.consent(connection.provider());
        if (consent.isEmpty()) {
            return access(connection, kept.secret());
        }
        if (kept.secret().isEmpty()) {
            throw new ConnectionNotReady("The calendar's owner did not consent yet.");
        }
        if (!ends(kept)) {
            return access(connection, kept.secret());
        }
        if (kept.refreshToken() == null) {
            throw new AccessRevoked("The access has ended, and there is nothing to renew it with.");
        }
        var grant = consent.get().refresh(kept.refreshToken());
        secrets.keep(connection, grant);
        return access(connection, grant.accessToken());
    }

    private boolean ends(Kept kept) {
        return kept.endsAt() != null && kept.endsAt().isBefore(clock.instant().plus(AHEAD));
    }

    private static Access access(Connection connection, String secret) {
        return new Access(
                connection.id(),
                connection.server(),
                connection.username(),
                secret,
                connection.timeZone());
    }
}
