package io.frontdesk.calendarplugin.writing;

import io.frontdesk.calendarplugin.conflict.Conflicts;
import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.VersionConflict;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Does in a calendar what is to be done. A write that was tried and not answered is tried again:
 * providers make one event of one UID.
 */
@Component
public class WriteBookings {
    private final WrittenEvents events;
    private final Conflicts conflicts;

    WriteBookings(WrittenEvents events, Conflicts conflicts) {
        this.events = events;
        this.conflicts = conflicts;
    }

    /** Works through what is due. */
    public Result write(Connection connection, CalendarProvider provider, Access access) {
        int written = 0;
        int refused = 0;
        var calendar = connection.requiredCalendar();
        for (var event : events.due(connection.id())) {
            try {
                if (event.state().equals("pending")) {
                    write(provider, access, calendar, event);
                } else {
                    remove(provider, access, calendar, event);
                }
                written++;
                conflicts.settle(connection.id(), event.bookingId());
            } catch (VersionConflict changed) {
                refused += refuse(connection, event, "changed-there", changed);
            } catch (ProviderRefused never) {
                refused += refuse(connection, event, "write-refused", never);
            }
        }
        return new Result(written, refused);
    }

    private void write(
            CalendarProvider provider, Access access, String calendar, WrittenEvent event) {
        events.attempted(event);
        var known = event.eventId() == null ? null : event.etag();
        events.written(event, provider.write(access, calendar, event.wanted(), known));
    }

    private void remove(
            CalendarProvider provider, Access access, String calendar, WrittenEvent event) {
        var id = event.eventId();
        var etag = event.etag();
        if (id == null && event.attempted()) {
            // It may be there without our knowing its id: writing it once more tells.
            var there = provider.write(access, calendar, event.wanted(), null);
            id = there.id();
            etag = there.etag();
        }
        if (id != null) {
            provider.remove(access, calendar, id, etag);
        }
        events.removed(event);
    }

    private int refuse(
            Connection connection, WrittenEvent event, String kind, RuntimeException refusal) {
        var why = Objects.requireNonNullElse(refusal.getMessage(), "It was refused.");
        events.refused(event, why);
        conflicts.report(
                connection.id(),
                kind,
                event.bookingId(),
                event.eventId(),
                event.start(),
                event.end(),
                why);
        return 1;
    }

    /** How much was done, and how much refused. */
    public record Result(int written, int refused) {}
}
