package io.frontdesk.calendarplugin.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.CalendarListEntry;
import com.google.api.services.calendar.model.Event;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.horizon.Horizon;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the calendars and events of a Google account. */
final class GoogleCalendars {
    private static final int PAGE = 250;
    private static final int MOST_PAGES = 20;
    private static final Set<String> WRITERS = Set.of("owner", "writer");

    private final GoogleApi api;

    GoogleCalendars(GoogleApi api) {
        this.api = api;
    }

    List<RemoteCalendar> list(Access access) {
        var calendars = new ArrayList<RemoteCalendar>();
        String page = null;
        for (int count = 0; count < MOST_PAGES; count++) {
            var token = page;
            var told =
                    api.read(
                            access,
                            client ->
                                    client.calendarList()
                                            .list()
                                            .setMaxResults(PAGE)
                                            .setPageToken(token));
            if (told.getItems() != null) {
                told.getItems().stream()
                        .filter(each -> !Boolean.TRUE.equals(each.getDeleted()))
                        .map(GoogleCalendars::calendar)
                        .forEach(calendars::add);
            }
            page = told.getNextPageToken();
            if (page == null) {
                break;
            }
        }
        return calendars;
    }

    private static RemoteCalendar calendar(CalendarListEntry entry) {
        var name =
                entry.getSummaryOverride() == null
                        ? entry.getSummary()
                        : entry.getSummaryOverride();
        return new RemoteCalendar(
                entry.getId(),
                name == null || name.isBlank() ? entry.getId() : name,
                entry.getTimeZone() == null ? null : zone(entry.getTimeZone()).getId(),
                WRITERS.contains(entry.getAccessRole()),
                Boolean.TRUE.equals(entry.getPrimary()));
    }

    ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String syncToken,
            @Nullable String nextPage) {
        var since = syncToken == null ? null : Horizon.of(syncToken, window);
        var page = nextPage == null ? null : Horizon.read(nextPage);
        var span = new Horizon(span(window, since, page), "-");
        try {
            var told = api.read(access, client -> query(client, calendarId, span, since, page));
            var changed = new ArrayList<RemoteEvent>();
            var removed = new ArrayList<String>();
            for (var event : told.getItems() == null ? List.<Event>of() : told.getItems()) {
                var read =
                        GoogleEvents.cancelled(event)
                                ? null
                                : GoogleEvents.read(event, zone(told.getTimeZone()));
                if (read != null && span.sees(read.start(), read.end())) {
                    changed.add(read);
                } else if (event.getId() != null) {
                    removed.add(event.getId());
                }
            }
            return new ChangePage(
                    changed,
                    removed,
                    marked(span, told.getNextPageToken()),
                    marked(span, told.getNextSyncToken()),
                    syncToken == null);
        } catch (StatusRefused refused) {
            // 410 for a token too old; 400 for one that Google never gave, or for another query.
            var token = syncToken != null || nextPage != null;
            if (refused.status() == 410 || (token && refused.status() == 400)) {
                throw new SyncTokenExpired(GoogleApi.NAME + " forgot the sync token.", refused);
            }
            throw refused;
        }
    }

    private static Window span(Window asked, @Nullable Horizon since, @Nullable Horizon page) {
        if (since != null) {
            return since.window();
        }
        return page == null ? Horizon.ahead(asked) : page.window();
    }

    private static @Nullable String marked(Horizon span, @Nullable String token) {
        return token == null ? null : span.with(token).text();
    }

    /** Apart from times and tokens the same query each time, as Google asks of a sync. */
    private static Calendar.Events.List query(
            Calendar client,
            String calendarId,
            Horizon span,
            @Nullable Horizon since,
            @Nullable Horizon page)
            throws IOException {
        var query =
                client.events()
                        .list(calendarId)
                        .setSingleEvents(true)
                        .setShowDeleted(true)
                        .setMaxAttendees(1)
                        .setMaxResults(PAGE);
        if (page != null) {
            query.setPageToken(page.token());
        }
        if (since != null) {
            return query.setSyncToken(since.token());
        }
        return query.setTimeMin(time(span.window().from())).setTimeMax(time(span.window().to()));
    }

    Optional<RemoteEvent> find(Access access, String calendarId, String eventId) {
        try {
            var event = api.read(access, client -> client.events().get(calendarId, eventId));
            return GoogleEvents.cancelled(event)
                    ? Optional.empty()
                    : Optional.ofNullable(read(access, calendarId, event));
        } catch (StatusRefused refused) {
            if (refused.gone()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** A single event does not tell its calendar's zone, which only a whole day needs. */
    @Nullable RemoteEvent read(Access access, String calendarId, Event event) {
        if (!GoogleEvents.allDay(event)) {
            return GoogleEvents.read(event, ZoneOffset.UTC);
        }
        var calendar = api.read(access, client -> client.calendarList().get(calendarId));
        return GoogleEvents.read(event, zone(calendar.getTimeZone()));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static DateTime time(Instant instant) {
        return new DateTime(instant.toEpochMilli(), 0);
    }
}
