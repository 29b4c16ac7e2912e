package io.frontdesk.calendarplugin.drift;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ConnectionNotReady;
import io.frontdesk.calendarplugin.connection.ConnectionState;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.consent.OpenAccess;
import io.frontdesk.calendarplugin.drift.DriftReport.Difference;
import io.frontdesk.calendarplugin.drift.DriftReport.Repair;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.integration.BookingFact;
import io.frontdesk.calendarplugin.integration.Integration;
import io.frontdesk.calendarplugin.mirror.MirroredEvent;
import io.frontdesk.calendarplugin.mirror.MirroredEvents;
import io.frontdesk.calendarplugin.plugin.Plugins;
import io.frontdesk.calendarplugin.sync.ReadCalendar;
import io.frontdesk.calendarplugin.writing.WrittenEvents;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a calendar anew, asks for the bookings, and says where the two differ. Changes nothing. */
@Component
class CompareCalendar {
    private final Connections connections;
    private final Plugins plugins;
    private final OpenAccess openAccess;
    private final ReadCalendar readCalendar;
    private final Integration integration;
    private final MirroredEvents mirrored;
    private final WrittenEvents written;
    private final Clock clock;

    CompareCalendar(
            Connections connections,
            Plugins plugins,
            OpenAccess openAccess,
            ReadCalendar readCalendar,
            Integration integration,
            MirroredEvents mirrored,
            WrittenEvents written,
            Clock clock) {
        this.connections = connections;
        this.plugins = plugins;
        this.openAccess = openAccess;
        this.readCalendar = readCalendar;
        this.integration = integration;
        this.mirrored = mirrored;
        this.written = written;
        this.clock = clock;
    }

    Compared compare(UUID connectionId) {
        var connection = connections.get(connectionId);
        if (connection.state() != ConnectionState.ACTIVE) {
            throw new ConnectionNotReady(
                    "The connection is " + connection.status(clock.instant()) + ".");
        }
        var provider = plugins.named(connection.provider());
        var window = readCalendar.window(provider);
        var told = readCalendar.everything(connection, provider, openAccess.of(connection), window);
        var bookings = bookings(connection, window);
        var there = new HashMap<String, RemoteEvent>();
        told.ours().forEach(event -> there.put(Objects.toString(event.bookingId()), event));

        var missingThere = new ArrayList<Difference>();
        var different = new ArrayList<Difference>();
        var missingHere = new ArrayList<Difference>();
        var repairs = new ArrayList<Repair>();
        if (connection.direction().writes() && provider.capabilities().write()) {
            for (var booking : bookings.values()) {
                compare(
                        booking,
                        there.get(booking.bookingId().toString()),
                        missingThere,
                        different,
                        repairs);
            }
            for (var event : told.ours()) {
                over(connection, event, bookings, missingHere, repairs);
            }
        }
        if (connection.direction().reads()) {
            unknown(connection, told.foreign(), window, missingHere, repairs);
        }
        var report =
                new DriftReport(clock.instant(), missingThere, missingHere, different, repairs);
        return new Compared(connection, report, there, bookings);
    }

    private Map<UUID, BookingFact> bookings(Connection connection, Window window) {
        return integration.bookings(connection.resourceId(), window).stream()
                .filter(BookingFact::confirmed)
                .collect(
                        Collectors.toMap(BookingFact::bookingId, Function.identity(), (a, _) -> a));
    }

    private static void compare(
            BookingFact booking,
            @org.jspecify.annotations.Nullable RemoteEvent event,
            List<Difference> missing,
            List<Difference> different,
            List<Repair> repairs) {
        var id = booking.bookingId();
        if (event == null) {
            missing.add(new Difference(id, null, booking.start(), booking.end(), null, null));
            repairs.add(new Repair("write:" + id, "write", id, "Write the booking there again."));
        } else if (!event.start().equals(booking.start()) || !event.end().equals(booking.end())) {
            different.add(
                    new Difference(
                            id,
                            event.id(),
                            booking.start(),
                            booking.end(),
                            event.start(),
                            event.end()));
            repairs.add(
                    new Repair(
                            "overwrite:" + id,
                            "overwrite",
                            id,
                            "Move the event there back to the booking's time."));
        }
    }

    /** Only what our own table says that we wrote may be removed. */
    private void over(
            Connection connection,
            RemoteEvent event,
            Map<UUID, BookingFact> bookings,
            List<Difference> missing,
            List<Repair> repairs) {
        UUID id;
        try {
            id = UUID.fromString(Objects.toString(event.bookingId()));
        } catch (IllegalArgumentException notOurs) {
            return;
        }
        if (!bookings.containsKey(id)) {
            missing.add(new Difference(id, event.id(), event.start(), event.end(), null, null));
            written.find(connection.id(), id)
                    .filter(known -> event.id().equals(known.eventId()))
                    .ifPresent(_ ->
                            repairs.add(
                                    new Repair(
                                            "remove:" + id,
                                            "remove",
                                            id,
                                            "Remove the event of a booking that is over.")));
        }
    }

    private void unknown(
            Connection connection,
            List<RemoteEvent> foreign,
            Window window,
            List<Difference> missing,
            List<Repair> repairs) {
        var known = new HashSet<String>();
        for (MirroredEvent event : mirrored.within(connection.id(), window)) {
            known.add(event.id() + event.start() + event.end());
        }
        var busy = foreign.stream().filter(RemoteEvent::busy).toList();
        for (var event : busy) {
            if (!known.remove(event.id() + event.start() + event.end())) {
                missing.add(
                        new Difference(null, event.id(), event.start(), event.end(), null, null));
            }
        }
        if (!known.isEmpty() || missing.stream().anyMatch(each -> each.bookingId() == null)) {
            repairs.add(new Repair("reread", "reread", null, "Read the whole calendar anew."));
        }
    }

    /** The report with what it was made of. */
    record Compared(
            Connection connection,
            DriftReport report,
            Map<String, RemoteEvent> there,
            Map<UUID, BookingFact> bookings) {}
}
