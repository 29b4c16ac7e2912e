package io.frontdesk.calendarplugin.builtin;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionNotReady;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** What people enter into a built-in calendar; a sync makes busy time of it. */
@Component
@Transactional
class EnterEvents {
    private static final int MOST_TOMBSTONES = 1_000;

    private final Connections connections;
    private final BuiltInEvents events;
    private final SyncQueue queue;
    private final IdGenerator ids;
    private final Clock clock;

    EnterEvents(
            Connections connections,
            BuiltInEvents events,
            SyncQueue queue,
            IdGenerator ids,
            Clock clock) {
        this.connections = connections;
        this.events = events;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    List<BuiltInEvent> list(UUID connectionId, int limit, @Nullable UUID before) {
        builtIn(connectionId);
        return events.list(connectionId, limit, before);
    }

    /** A new event where {@code id} is null. */
    BuiltInEvent enter(
            UUID connectionId, @Nullable UUID id, NewEvent event, @Nullable String version) {
        var connection = builtIn(connectionId);
        long change = events.nextChange(connectionId);
        var there = id == null ? null : found(connectionId, id, version);
        var fresh = ids.generateId();
        var entered =
                new BuiltInEvent(
                        there == null ? fresh : there.id(),
                        there == null ? fresh + "@frontdesk" : there.uid(),
                        there == null ? null : there.bookingId(),
                        event.title(),
                        event.start().toInstant(),
                        event.end().toInstant(),
                        Objects.requireNonNullElse(event.allDay(), false),
                        Objects.requireNonNullElse(event.busy(), true),
                        change,
                        false,
                        clock.instant());
        events.put(connectionId, entered);
        queue.want(connection.tenantId(), connectionId);
        return entered;
    }

    void remove(UUID connectionId, UUID id, @Nullable String version) {
        var connection = builtIn(connectionId);
        long change = events.nextChange(connectionId);
        found(connectionId, id, version);
        events.remove(connectionId, id, change);
        if (events.tombstones(connectionId) > MOST_TOMBSTONES) {
            events.forget(connectionId);
        }
        queue.want(connection.tenantId(), connectionId);
    }

    private BuiltInEvent found(UUID connectionId, UUID id, @Nullable String version) {
        var there = events.find(connectionId, id).orElseThrow(() -> new EventNotFound(id));
        if (version != null && !version.equals(there.etag())) {
            throw new VersionConflict(
                    "The event was changed since; its version is " + there.etag());
        }
        return there;
    }

    private Connection builtIn(UUID id) {
        var connection = connections.get(id);
        if (!connection.provider().equals(BuiltInCalendar.NAME)) {
            throw new ConnectionNotReady("Only a built-in calendar takes events here.");
        }
        return connection;
    }
}
