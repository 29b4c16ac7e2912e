package io.frontdesk.calendarplugin.builtin;

import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.event.BookedEvent;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.provider.Capabilities;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.AccessRevoked;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** The calendar in our own tables as a provider; its one calendar belongs to its connection. */
@Component
@Transactional
public class BuiltInCalendar implements CalendarProvider {
    public static final String NAME = "built-in";

    /** The id of a connection's only calendar. */
    public static final String CALENDAR = "main";

    private static final Capabilities CAPABILITIES =
            new Capabilities(true, true, false, true, true, false, null, null, null, null);

    private final Connections connections;
    private final BuiltInEvents events;
    private final IdGenerator ids;
    private final Clock clock;

    BuiltInCalendar(Connections connections, BuiltInEvents events, IdGenerator ids, Clock clock) {
        this.connections = connections;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<RemoteCalendar> calendars(Access access) {
        var connection =
                connections
                        .find(access.connectionId())
                        .orElseThrow(() -> new AccessRevoked("The calendar was disconnected."));
        return List.of(
                new RemoteCalendar(
                        CALENDAR, "Built-in calendar", connection.timeZone().getId(), true, true));
    }

    @Override
    public ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String syncToken,
            @Nullable String nextPage) {
        var calendar = calendar(access, calendarId);
        // First how far changes have come: what comes in between is told again next time.
        var span = events.span(calendar);
        var token = Long.toString(span.last());
        if (syncToken == null) {
            var all =
                    events.within(calendar, window).stream().map(BuiltInCalendar::remote).toList();
            return new ChangePage(all, List.of(), null, token, true);
        }
        long from = since(syncToken, span.floor());
        var changed = new ArrayList<RemoteEvent>();
        var removed = new ArrayList<String>();
        for (var event : events.since(calendar, from)) {
            var within = event.end().isAfter(window.from()) && event.start().isBefore(window.to());
            if (event.removed() || !within) {
                removed.add(event.id().toString());
            } else {
                changed.add(remote(event));
            }
        }
        return new ChangePage(changed, removed, null, token, false);
    }

    @Override
    public RemoteEvent write(
            Access access, String calendarId, BookedEvent event, @Nullable String etag) {
        var calendar = calendar(access, calendarId);
        long change = events.nextChange(calendar);
        var there = events.ofUid(calendar, event.uid());
        if (etag != null && there.filter(found -> found.etag().equals(etag)).isEmpty()) {
            throw conflict();
        }
        var written =
                new BuiltInEvent(
                        there.map(BuiltInEvent::id).orElseGet(ids::generateId),
                        event.uid(),
                        event.bookingId(),
                        event.title(),
                        event.start(),
                        event.end(),
                        false,
                        true,
                        change,
                        false,
                        clock.instant());
        events.put(calendar, written);
        return remote(written);
    }

    @Override
    public void remove(Access access, String calendarId, String eventId, @Nullable String etag) {
        var calendar = calendar(access, calendarId);
        long change = events.nextChange(calendar);
        var there = id(eventId).flatMap(id -> events.find(calendar, id));
        if (there.isPresent()) {
            if (etag != null && !there.get().etag().equals(etag)) {
                throw conflict();
            }
            events.remove(calendar, there.get().id(), change);
        }
    }

    @Override
    public Optional<RemoteEvent> find(Access access, String calendarId, String eventId) {
        var calendar = calendar(access, calendarId);
        return id(eventId).flatMap(id -> events.find(calendar, id)).map(BuiltInCalendar::remote);
    }

    private UUID calendar(Access access, String calendarId) {
        calendars(access);
        if (!calendarId.equals(CALENDAR)) {
            throw new ProviderRefused("There is no calendar " + calendarId + ".");
        }
        return access.connectionId();
    }

    private static long since(String token, long floor) {
        if (!token.matches("\\d{1,18}") || Long.parseLong(token) < floor) {
            throw new SyncTokenExpired("The changes since then are no longer known.");
        }
        return Long.parseLong(token);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static VersionConflict conflict() {
        return new VersionConflict("The event was changed in the built-in calendar.");
    }

    private static RemoteEvent remote(BuiltInEvent event) {
        return new RemoteEvent(
                event.id().toString(),
                event.uid(),
                event.bookingId() == null ? null : Objects.toString(event.bookingId()),
                event.etag(),
                event.start(),
                event.end(),
                event.allDay(),
                event.busy(),
                event.title(),
                event.updatedAt());
    }
}
