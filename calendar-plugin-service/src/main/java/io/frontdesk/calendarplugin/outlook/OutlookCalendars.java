package io.frontdesk.calendarplugin.outlook;

import com.microsoft.graph.models.Calendar;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventType;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.calendars.item.calendarview.delta.DeltaGetResponse;
import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.horizon.Horizon;
import io.frontdesk.calendarplugin.http.Address;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import io.frontdesk.calendarplugin.refusal.SyncTokenExpired;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Reads the calendars and events of a mailbox. */
final class OutlookCalendars {
    private static final int MOST_CALENDARS = 500;
    private static final String PAGE = "odata.maxpagesize=100";
    private static final Set<String> FORGOTTEN =
            Set.of("syncStateNotFound", "syncStateInvalid", "resyncRequired", "SyncStateNotFound");

    private final GraphApi api;

    OutlookCalendars(GraphApi api) {
        this.api = api;
    }

    List<RemoteCalendar> list(Access access) {
        var told =
                api.read(
                        access,
                        client ->
                                client.me()
                                        .calendars()
                                        .get(asked -> {
                                            GraphApi.prefer(asked.headers);
                                            asked.queryParameters.top = MOST_CALENDARS;
                                        }));
        var zone = zone(access);
        var calendars = Objects.requireNonNullElse(told.getValue(), List.<Calendar>of());
        return calendars.stream().map(each -> calendar(each, zone)).toList();
    }

    private static RemoteCalendar calendar(Calendar calendar, @Nullable ZoneId zone) {
        var name = Objects.requireNonNullElse(calendar.getName(), "");
        return new RemoteCalendar(
                GraphApi.told(calendar.getId()),
                name.isBlank() ? GraphApi.NAME : name,
                zone == null ? null : zone.getId(),
                Boolean.TRUE.equals(calendar.getCanEdit()),
                Boolean.TRUE.equals(calendar.getIsDefaultCalendar()));
    }

    /** The mailbox's zone, which all its calendars share; null when we may not know it. */
    @Nullable ZoneId zone(Access access) {
        try {
            var told = api.read(access, client -> client.me().mailboxSettings().get());
            return WindowsZones.of(told.getTimeZone()).orElse(null);
        } catch (StatusRefused forbidden) {
            return null;
        }
    }

    ChangePage changes(
            Access access,
            String calendarId,
            Window window,
            @Nullable String syncToken,
            @Nullable String nextPage) {
        var since = syncToken == null ? null : Horizon.of(syncToken, window);
        var page = nextPage == null ? since : Horizon.read(nextPage);
        var span = page == null ? new Horizon(Horizon.ahead(window), "-") : page;
        if (page != null && !Address.within(api.base(), page.token())) {
            throw new SyncTokenExpired("The sync token is for another address of Graph.");
        }
        try {
            var told = api.read(access, client -> delta(client, calendarId, span, page));
            return page(access, calendarId, told, span, syncToken == null);
        } catch (StatusRefused refused) {
            if (refused.status() == 410 || FORGOTTEN.contains(refused.code())) {
                throw new SyncTokenExpired("Outlook forgot the sync token.", refused);
            }
            throw refused;
        }
    }

    /** A link is followed as Graph gave it: it carries calendar, window and state. */
    private static @Nullable DeltaGetResponse delta(
            GraphServiceClient client, String calendarId, Horizon span, @Nullable Horizon page) {
        var delta = client.me().calendars().byCalendarId(calendarId).calendarView().delta();
        return (page == null ? delta : delta.withUrl(page.token()))
                .get(asked -> {
                    GraphApi.prefer(asked.headers);
                    asked.headers.add("Prefer", PAGE);
                    if (page == null) {
                        asked.queryParameters.startDateTime = span.window().from().toString();
                        asked.queryParameters.endDateTime = span.window().to().toString();
                    }
                });
    }

    private ChangePage page(
            Access access, String calendarId, DeltaGetResponse told, Horizon span, boolean all) {
        var events = Objects.requireNonNullElse(told.getValue(), List.<Event>of());
        var series = new HashMap<String, Event>();
        events.stream()
                .filter(each -> each.getType() == EventType.SeriesMaster)
                .forEach(each -> series.put(each.getId(), each));
        var zone = SingletonSupplier.of(() -> Optional.ofNullable(zone(access)));
        var changed = new ArrayList<RemoteEvent>();
        var removed = new ArrayList<String>();
        for (var event : events) {
            RemoteEvent read = null;
            if (!OutlookEvents.removed(event)) {
                if (event.getType() == EventType.SeriesMaster) {
                    continue;
                }
                var whole = whole(access, calendarId, event, series);
                var days = mayBeWholeDay(event) || mayBeWholeDay(whole);
                read = OutlookEvents.read(event, whole, days ? zone.obtain().orElse(null) : null);
            }
            if (read != null && span.sees(read.start(), read.end())) {
                changed.add(read);
            } else if (event.getId() != null) {
                removed.add(event.getId());
            }
        }
        return new ChangePage(
                changed,
                removed,
                link(span, told.getOdataNextLink()),
                link(span, told.getOdataDeltaLink()),
                all);
    }

    private static boolean mayBeWholeDay(Event event) {
        return Boolean.TRUE.equals(event.getIsAllDay());
    }

    private @Nullable String link(Horizon span, @Nullable String link) {
        if (link == null) {
            return null;
        }
        if (!Address.within(api.base(), link)) {
            throw new ProviderRefused("Outlook sends us to another place than Graph.");
        }
        return span.with(link).text();
    }

    /** An occurrence that only tells its times has the rest at its series. */
    private Event whole(Access access, String calendarId, Event event, Map<String, Event> series) {
        var id = event.getSeriesMasterId();
        if (event.getShowAs() != null || id == null) {
            return event;
        }
        return series.computeIfAbsent(
                id, master -> event(access, calendarId, master).orElse(event));
    }

    Optional<RemoteEvent> find(Access access, String calendarId, String eventId) {
        return event(access, calendarId, eventId).map(each -> read(access, each));
    }

    /** One event as the rest of the service knows it. */
    RemoteEvent read(Access access, Event event) {
        var zone = mayBeWholeDay(event) ? zone(access) : null;
        return GraphApi.told(OutlookEvents.read(event, event, zone));
    }

    Optional<Event> event(Access access, String calendarId, String eventId) {
        try {
            return Optional.of(
                    api.read(
                            access,
                            client ->
                                    client.me()
                                            .calendars()
                                            .byCalendarId(calendarId)
                                            .events()
                                            .byEventId(eventId)
                                            .get(asked -> GraphApi.prefer(asked.headers))));
        } catch (StatusRefused refused) {
            if (refused.gone()) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
