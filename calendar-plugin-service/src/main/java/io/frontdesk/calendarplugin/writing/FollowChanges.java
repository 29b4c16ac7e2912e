package io.frontdesk.calendarplugin.writing;

import io.frontdesk.calendarplugin.conflict.Conflicts;
import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.ForeignChanges;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.integration.BookingRefused;
import io.frontdesk.calendarplugin.integration.Integration;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Follows what somebody did there to events of ours: reports it, or changes the booking alike. */
@Component
public class FollowChanges {
    private final WrittenEvents events;
    private final Conflicts conflicts;
    private final Integration integration;

    FollowChanges(WrittenEvents events, Conflicts conflicts, Integration integration) {
        this.events = events;
        this.conflicts = conflicts;
        this.integration = integration;
    }

    /**
     * Compares what was read with what we wrote.
     *
     * @param ours the events that name a booking
     * @param complete whether ours that are in the window and not told are gone
     * @return new conflicts
     */
    public int follow(
            Connection connection,
            CalendarProvider provider,
            Access access,
            List<RemoteEvent> ours,
            Collection<String> removed,
            boolean complete,
            Window window) {
        var told = new HashMap<String, RemoteEvent>();
        ours.forEach(event -> told.put(Objects.toString(event.bookingId()), event));
        int reported = 0;
        for (var written : events.there(connection.id())) {
            if (!written.state().equals("written")) {
                continue;
            }
            var there = told.get(written.bookingId().toString());
            if (there != null && there.busy()) {
                reported += compare(connection, written, there);
            } else if (there != null || gone(written, removed, complete, window)) {
                reported += missing(connection, provider, access, written);
            }
        }
        return reported;
    }

    private int compare(Connection connection, WrittenEvent written, RemoteEvent there) {
        if (there.start().equals(written.writtenStart())
                && there.end().equals(written.writtenEnd())) {
            if (!Objects.equals(there.etag(), written.etag())) {
                events.adopt(connection.id(), written.bookingId(), there.etag());
            }
            conflicts.settle(connection.id(), written.bookingId());
            return 0;
        }
        var length = Duration.between(written.start(), written.end());
        var sameLength = length.equals(Duration.between(there.start(), there.end()));
        if (connection.foreignChanges() == ForeignChanges.REPORT || !sameLength) {
            return report(connection, "moved-there", written, there, "The event was moved there.");
        }
        try {
            integration.reschedule(
                    written.bookingId(), key(connection, written, there), there.start());
            // The booking's own event follows and writes over the version that we have now seen.
            events.adopt(connection.id(), written.bookingId(), there.etag());
            return 0;
        } catch (BookingRefused refused) {
            return report(
                    connection, "change-refused", written, there, "Moved there. " + said(refused));
        }
    }

    /** A listing may lag behind: only looking for the event itself tells that it is gone. */
    private int missing(
            Connection connection, CalendarProvider provider, Access access, WrittenEvent written) {
        var id = Objects.requireNonNull(written.eventId());
        var there = provider.find(access, connection.requiredCalendar(), id);
        if (there.filter(RemoteEvent::busy).isPresent()) {
            return 0;
        }
        if (connection.foreignChanges() == ForeignChanges.REPORT) {
            return report(
                    connection, "deleted-there", written, null, "The event was deleted there.");
        }
        try {
            integration.cancel(
                    written.bookingId(),
                    key(connection, written, null),
                    "The event was deleted in the connected calendar.");
            if (there.isEmpty()) {
                events.removed(written);
            }
            return 0;
        } catch (BookingRefused refused) {
            return report(
                    connection, "change-refused", written, null, "Deleted there. " + said(refused));
        }
    }

    private static boolean gone(
            WrittenEvent written, Collection<String> removed, boolean complete, Window window) {
        var start = written.writtenStart();
        if (complete) {
            return start != null && !start.isBefore(window.from()) && start.isBefore(window.to());
        }
        return written.eventId() != null && removed.contains(written.eventId());
    }

    private int report(
            Connection connection,
            String kind,
            WrittenEvent written,
            @Nullable RemoteEvent there,
            String detail) {
        var isNew =
                conflicts.report(
                        connection.id(),
                        kind,
                        written.bookingId(),
                        written.eventId(),
                        there == null ? null : there.start(),
                        there == null ? null : there.end(),
                        detail);
        return isNew ? 1 : 0;
    }

    private static String said(BookingRefused refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "The booking was not changed.");
    }

    /** The same change there is the same change here, however often it is read. */
    private static String key(
            Connection connection, WrittenEvent written, @Nullable RemoteEvent there) {
        return "calendar-%s-%s-%s-%s"
                .formatted(
                        connection.id(),
                        written.bookingId(),
                        written.sequence(),
                        there == null ? "deleted" : there.start().toString());
    }
}
