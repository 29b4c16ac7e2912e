package io.frontdesk.calendarplugin.management;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionNotReady;
import io.frontdesk.calendarplugin.connection.ConnectionSecrets;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.consent.ConsentRequests;
import io.frontdesk.calendarplugin.consent.OpenAccess;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.sync.SyncConnection;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes a connection that there is. */
@Component
class ChangeConnection {
    private final Connections connections;
    private final ConnectionSecrets secrets;
    private final ConsentRequests consents;
    private final OpenAccess openAccess;
    private final Plugins plugins;
    private final SyncConnection syncConnection;
    private final SyncQueue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChangeConnection(
            Connections connections,
            ConnectionSecrets secrets,
            ConsentRequests consents,
            OpenAccess openAccess,
            Plugins plugins,
            SyncConnection syncConnection,
            SyncQueue queue,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.secrets = secrets;
        this.consents = consents;
        this.openAccess = openAccess;
        this.plugins = plugins;
        this.syncConnection = syncConnection;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<RemoteCalendar> calendars(UUID id) {
        var connection = connections.get(id);
        return plugins.named(connection.provider()).calendars(openAccess.of(connection));
    }

    Connection change(UUID id, ConnectionSettings settings) {
        var connection = connections.get(id);
        if (settings.password() != null) {
            prove(connection, settings.password());
        }
        var calendar = settings.calendarId();
        if (calendar != null && !calendar.equals(connection.calendarId())) {
            // Bookings stand in the present calendar, and a sync token belongs to it.
            throw new ConnectionRefused(
                    "Another calendar is another connection: disconnect this one, connect that.");
        }
        transaction.executeWithoutResult(_ -> {
            if (settings.password() != null) {
                secrets.keepPassword(connection, settings.password());
                if (connection.state() == ConnectionState.REVOKED) {
                    connections.state(id, ConnectionState.ACTIVE, null);
                }
            }
            connections.choose(
                    id,
                    connection.calendarId(),
                    Objects.requireNonNullElse(settings.direction(), connection.direction()),
                    Objects.requireNonNullElse(settings.storeTitles(), connection.storeTitles()),
                    Objects.requireNonNullElse(
                            settings.foreignChanges(), connection.foreignChanges()));
            queue.want(connection.tenantId(), id);
        });
        return connections.get(id);
    }

    Connection pause(UUID id) {
        var connection = connections.get(id);
        if (connection.state() == ConnectionState.AWAITING_CONSENT) {
            throw new ConnectionNotReady("There is nothing to pause before consent.");
        }
        if (connection.state() == ConnectionState.ACTIVE) {
            connections.state(id, ConnectionState.PAUSED, null);
        }
        syncConnection.announce(connections.get(id));
        return connections.get(id);
    }

    ConnectionView resume(UUID id) {
        var connection = connections.get(id);
        var consent = plugins.consent(connection.provider());
        var asks =
                connection.state() == ConnectionState.REVOKED
                        || connection.state() == ConnectionState.AWAITING_CONSENT;
        if (consent.isPresent() && asks) {
            var address = transaction.execute(_ -> consents.ask(connection, consent.get()));
            return ConnectionView.of(connection, clock.instant(), address);
        }
        transaction.executeWithoutResult(_ -> {
            connections.state(id, ConnectionState.ACTIVE, null);
            queue.want(connection.tenantId(), id);
        });
        return ConnectionView.of(connections.get(id), clock.instant(), null);
    }

    private void prove(Connection connection, String password) {
        if (plugins.consent(connection.provider()).isPresent()) {
            throw new ConnectionRefused("The calendar opens by its owner's consent.");
        }
        var access =
                new Access(
                        connection.id(),
                        connection.server(),
                        connection.username(),
                        password,
                        connection.timeZone());
        ConnectCalendar.calendars(plugins.named(connection.provider()), access);
    }
}
