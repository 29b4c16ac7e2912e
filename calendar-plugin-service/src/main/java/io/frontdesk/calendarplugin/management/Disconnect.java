package io.frontdesk.calendarplugin.management;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionNotReady;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.consent.OpenAccess;
import io.frontdesk.calendarplugin.integration.Integration;
import io.frontdesk.calendarplugin.notification.Subscribe;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import io.frontdesk.calendarplugin.writing.WrittenEvents;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/** Ends a connection; the calendar's side first, so that what fails can be asked for again. */
@Component
class Disconnect {
    private static final Logger log = LoggerFactory.getLogger(Disconnect.class);
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Connections connections;
    private final Plugins plugins;
    private final OpenAccess openAccess;
    private final WrittenEvents written;
    private final Integration integration;
    private final Subscribe subscribe;
    private final SyncQueue queue;
    private final IdGenerator ids;
    private final TransactionTemplate transaction;

    Disconnect(
            Connections connections,
            Plugins plugins,
            OpenAccess openAccess,
            WrittenEvents written,
            Integration integration,
            Subscribe subscribe,
            SyncQueue queue,
            IdGenerator ids,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.plugins = plugins;
        this.openAccess = openAccess;
        this.written = written;
        this.integration = integration;
        this.subscribe = subscribe;
        this.queue = queue;
        this.ids = ids;
        this.transaction = transaction;
    }

    void disconnect(UUID id, boolean keepMirrored, boolean keepWritten) {
        connections.get(id);
        var holder = ids.generateId();
        if (!connections.lease(id, holder, LEASE)) {
            throw new ConnectionNotReady("A sync runs just now; ask again in a moment.");
        }
        try {
            end(connections.get(id), keepMirrored, keepWritten);
        } finally {
            connections.release(id, holder);
        }
    }

    private void end(Connection connection, boolean keepMirrored, boolean keepWritten) {
        if (connection.state() == ConnectionState.ACTIVE
                || connection.state() == ConnectionState.PAUSED) {
            there(connection, keepWritten);
        } else if (!keepWritten && !written.there(connection.id()).isEmpty()) {
            throw new ConnectionNotReady(
                    "The calendar does not open any more, so nothing can be removed there: connect"
                            + " it again first, or say written=keep.");
        }
        integration.forgetBusy(connection.resourceId(), connection.id(), keepMirrored);
        integration.forget(connection.resourceId(), connection.id());
        transaction.executeWithoutResult(_ -> {
            connections.remove(connection.id());
            queue.forget(connection.tenantId(), connection.id());
        });
    }

    private void there(Connection connection, boolean keepWritten) {
        try {
            var access = openAccess.of(connection);
            if (!keepWritten) {
                remove(connection, access);
            }
            subscribe.end(connection, access);
        } catch (AccessRevoked revoked) {
            if (!keepWritten) {
                throw new ConnectionNotReady(
                        Objects.requireNonNullElse(revoked.getMessage(), "It was revoked.")
                                + " Say written=keep to disconnect all the same.");
            }
            log.info("{} is disconnected without its provider: {}", connection.id(), revoked);
        }
    }

    /** What somebody changed there is theirs as well, and stays. */
    private void remove(Connection connection, Access access) {
        var provider = plugins.named(connection.provider());
        for (var event : written.there(connection.id())) {
            try {
                provider.remove(
                        access,
                        connection.requiredCalendar(),
                        Objects.requireNonNull(event.eventId()),
                        event.etag());
            } catch (VersionConflict changed) {
                log.info("The event of {} was changed there and stays", event.bookingId());
            }
        }
    }
}
