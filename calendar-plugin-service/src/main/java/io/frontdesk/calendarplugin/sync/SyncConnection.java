package io.frontdesk.calendarplugin.sync;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionNotReady;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.Connections.Reading;
import io.frontdesk.calendarplugin.consent.OpenAccess;
import io.frontdesk.calendarplugin.integration.Integration;
import io.frontdesk.calendarplugin.mirror.MirrorCalendar;
import io.frontdesk.calendarplugin.notification.Subscribe;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.frontdesk.calendarplugin.writing.FollowChanges;
import io.frontdesk.calendarplugin.writing.WriteBookings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * One sync of one connection: our bookings go out, what changed comes in. Its progress is kept at
 * the end only; cut off anywhere before, the next one does the same again.
 */
@Component
public class SyncConnection {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Connections connections;
    private final Plugins plugins;
    private final OpenAccess openAccess;
    private final WriteBookings writeBookings;
    private final ReadCalendar readCalendar;
    private final FollowChanges followChanges;
    private final MirrorCalendar mirrorCalendar;
    private final Integration integration;
    private final Subscribe subscribe;
    private final SyncProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    SyncConnection(
            Connections connections,
            Plugins plugins,
            OpenAccess openAccess,
            WriteBookings writeBookings,
            ReadCalendar readCalendar,
            FollowChanges followChanges,
            MirrorCalendar mirrorCalendar,
            Integration integration,
            Subscribe subscribe,
            SyncProperties properties,
            IdGenerator ids,
            Clock clock) {
        this.connections = connections;
        this.plugins = plugins;
        this.openAccess = openAccess;
        this.writeBookings = writeBookings;
        this.readCalendar = readCalendar;
        this.followChanges = followChanges;
        this.mirrorCalendar = mirrorCalendar;
        this.integration = integration;
        this.subscribe = subscribe;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Runs now, as the tenant at hand; empty when another one runs.
     *
     * @throws ConnectionNotReady when it is paused, revoked or waits for consent
     */
    public Optional<SyncResult> run(UUID connectionId) {
        var holder = ids.generateId();
        connections.get(connectionId);
        if (!connections.lease(connectionId, holder, properties.lease())) {
            return Optional.empty();
        }
        try {
            return Optional.of(leased(connections.get(connectionId)));
        } finally {
            connections.release(connectionId, holder);
        }
    }

    private SyncResult leased(Connection connection) {
        if (connection.state() != ConnectionState.ACTIVE) {
            throw new ConnectionNotReady(
                    "The connection is " + connection.status(clock.instant()) + ".");
        }
        if (connection.notBefore() != null && clock.instant().isBefore(connection.notBefore())) {
            throw new ProviderBusy(
                    "The provider asked to wait until " + connection.notBefore() + ".",
                    Duration.between(clock.instant(), connection.notBefore()));
        }
        try {
            return bothWays(connection, openAccess.of(connection));
        } catch (AccessRevoked revoked) {
            connections.state(connection.id(), ConnectionState.REVOKED, message(revoked));
            announce(connections.get(connection.id()));
            throw revoked;
        } catch (ProviderBusy busy) {
            var pause = Objects.requireNonNullElse(busy.pause(), PAUSE);
            connections.failed(connection.id(), message(busy), pause);
            throw busy;
        } catch (RuntimeException failed) {
            connections.failed(connection.id(), message(failed), null);
            throw failed;
        }
    }

    private SyncResult bothWays(Connection connection, Access access) {
        var provider = plugins.named(connection.provider());
        var wrote = new WriteBookings.Result(0, 0);
        if (connection.direction().writes() && provider.capabilities().write()) {
            wrote = writeBookings.write(connection, provider, access);
        }
        var window = readCalendar.window(provider);
        var fresh = freshUntil();
        var told = readCalendar.changes(connection, provider, access, window);
        int conflicts =
                followChanges.follow(
                        connection,
                        provider,
                        access,
                        told.ours(),
                        told.removed(),
                        told.complete(),
                        window);
        if (connection.direction().reads()) {
            conflicts +=
                    mirrorCalendar.take(
                            connection,
                            told.foreign(),
                            told.removed().stream().toList(),
                            told.complete(),
                            window,
                            fresh);
        } else {
            mirrorCalendar.leave(connection);
        }
        integration.announce(connection.resourceId(), connection.id(), "active", fresh, null);
        connections.announced(connection.id(), "active");
        subscribe.keep(connection, access);
        connections.synced(
                connection,
                told.syncToken(),
                new Reading(window.to(), told.complete()),
                told.problems(),
                fresh);
        return new SyncResult(
                told.changed().size(),
                told.removed().size(),
                wrote.written(),
                conflicts + wrote.refused());
    }

    /** Tells calendar-integration-service in what state a connection is, once per change of it. */
    public void announce(Connection connection) {
        var state =
                switch (connection.state()) {
                    case ACTIVE -> "active";
                    case PAUSED -> "paused";
                    case REVOKED, AWAITING_CONSENT -> "revoked";
                };
        if (!state.equals(connection.announced())) {
            integration.announce(
                    connection.resourceId(),
                    connection.id(),
                    state,
                    connection.freshUntil(),
                    connection.staleSince(clock.instant()));
            connections.announced(connection.id(), state);
        }
    }

    private Instant freshUntil() {
        return clock.instant().plus(properties.interval().multipliedBy(3));
    }

    private static String message(RuntimeException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }
}
