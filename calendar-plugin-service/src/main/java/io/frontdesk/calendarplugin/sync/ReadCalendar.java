package io.frontdesk.calendarplugin.sync;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.CalendarProvider;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what changed in a calendar, all pages or nothing. */
@Component
public class ReadCalendar {
    private static final int MOST_PAGES = 1_000;

    private final SyncProperties properties;
    private final Clock clock;

    ReadCalendar(SyncProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** As far as we want to know, and the provider tells. */
    public Window window(CalendarProvider provider) {
        var can = provider.capabilities();
        var now = clock.instant();
        return new Window(
                now.minus(shorter(properties.past(), can.pastWindow())),
                now.plus(shorter(properties.future(), can.futureWindow())));
    }

    /** Everything where there is no token, where it was forgotten, or where a day has passed. */
    Told changes(Connection connection, CalendarProvider provider, Access access, Window window) {
        var readAt = connection.windowReadAt();
        var due = readAt == null || clock.instant().isAfter(readAt.plus(properties.reread()));
        try {
            return read(connection, provider, access, window, due ? null : connection.syncToken());
        } catch (SyncTokenExpired forgotten) {
            return read(connection, provider, access, window, null);
        }
    }

    /** Everything in the window. */
    public Told everything(
            Connection connection, CalendarProvider provider, Access access, Window window) {
        return read(connection, provider, access, window, null);
    }

    private static Told read(
            Connection connection,
            CalendarProvider provider,
            Access access,
            Window window,
            @Nullable String token) {
        var changed = new LinkedHashMap<String, RemoteEvent>();
        var removed = new LinkedHashSet<String>();
        var problems = new LinkedHashSet<String>();
        var calendar = connection.requiredCalendar();
        String next = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var told = provider.changes(access, calendar, window, token, next);
            for (var id : told.removed()) {
                removed.add(id);
                changed.keySet().removeIf(each -> each.equals(id) || prefixed(each, id));
            }
            told.changed().forEach(event -> changed.put(event.id(), event));
            problems.addAll(told.problems());
            next = told.nextPage();
            if (next == null) {
                var complete = told.complete() || token == null;
                return new Told(
                        List.copyOf(changed.values()),
                        removed,
                        told.syncToken(),
                        complete,
                        problems.stream().limit(20).toList());
            }
        }
        throw new ProviderRefused("The calendar has no end.");
    }

    private static boolean prefixed(String id, String prefix) {
        return prefix.endsWith("#") && id.startsWith(prefix);
    }

    private static Duration shorter(Duration ours, @Nullable Duration theirs) {
        return theirs == null || theirs.compareTo(ours) > 0 ? ours : theirs;
    }

    /** What all pages told together. */
    public record Told(
            List<RemoteEvent> changed,
            Set<String> removed,
            @Nullable String syncToken,
            boolean complete,
            List<String> problems) {
        /** Events that we wrote, and that say so. */
        public List<RemoteEvent> ours() {
            return changed.stream().filter(event -> event.bookingId() != null).toList();
        }

        public List<RemoteEvent> foreign() {
            return changed.stream().filter(event -> event.bookingId() == null).toList();
        }
    }
}
