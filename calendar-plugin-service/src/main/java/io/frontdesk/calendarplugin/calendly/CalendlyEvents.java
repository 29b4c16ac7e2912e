package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.event.ChangePage;
import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import io.frontdesk.calendarplugin.http.StatusRefused;
import io.frontdesk.calendarplugin.provider.Access;
import io.frontdesk.calendarplugin.refusal.ProviderRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a Calendly user is busy: first the events that were scheduled there, page by page; then, for
 * the time to come, what the calendars connected to Calendly add, week by week, since {@code
 * user_busy_times} tells no more than seven days at once and nothing of the past.
 */
final class CalendlyEvents {
    private static final String EVENTS = "/scheduled_events";
    private static final Duration WEEK = Duration.ofDays(7);

    /** Events are found by their start; none of Calendly's lasts longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Busy times must begin in the future, by Calendly's clock. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Pattern PAGE = Pattern.compile("e:(.+)|b:(\\d{1,12})");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final CalendlyApi api;
    private final Clock clock;

    CalendlyEvents(CalendlyApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    ChangePage page(Access access, String user, Window window, @Nullable String nextPage) {
        if (nextPage == null) {
            return scheduled(access, user, window, null);
        }
        var page = PAGE.matcher(nextPage);
        if (!page.matches()) {
            throw new ProviderRefused("This page is not one of Calendly's.");
        }
        return page.group(1) == null
                ? busyTimes(
                        access, user, window, Instant.ofEpochSecond(Long.parseLong(page.group(2))))
                : scheduled(access, user, window, page.group(1));
    }

    private ChangePage scheduled(
            Access access, String user, Window window, @Nullable String token) {
        var query = new HashMap<String, String>();
        query.put("user", user);
        query.put("status", "active");
        query.put("min_start_time", window.from().minus(LONGEST).toString());
        query.put("max_start_time", window.to().toString());
        query.put("sort", "start_time:asc");
        query.put("count", "100");
        if (token != null) {
            query.put("page_token", token);
        }
        var told = api.get(access, EVENTS, query);
        var events = new ArrayList<RemoteEvent>();
        for (var node : collection(told)) {
            var event = api.as(node, ScheduledEvent.class);
            if (event.active() && event.overlaps(window)) {
                events.add(event.asRemote());
            }
        }
        // Of the next page only the token is used: its address is not ours to follow.
        var next = told.path("pagination").path("next_page_token").asString("");
        return page(events, next.isEmpty() ? week(window, soonest(window)) : "e:" + next);
    }

    private ChangePage busyTimes(Access access, String user, Window window, Instant from) {
        var start = from.isBefore(soonest(window)) ? soonest(window) : from;
        var end = start.plus(WEEK).isBefore(window.to()) ? start.plus(WEEK) : window.to();
        var events = new ArrayList<RemoteEvent>();
        if (start.isBefore(end)) {
            var query =
                    Map.of(
                            "user",
                            user,
                            "start_time",
                            start.toString(),
                            "end_time",
                            end.toString());
            for (var node : collection(api.get(access, "/user_busy_times", query))) {
                var busy = api.as(node, BusyTime.class);
                if (!busy.type().equals("calendly") && busy.endTime().isAfter(busy.startTime())) {
                    events.add(busy.asRemote());
                }
            }
        }
        return page(events, week(window, end));
    }

    private Instant soonest(Window window) {
        var now = Instant.ofEpochSecond(clock.instant().plus(MARGIN).getEpochSecond());
        return window.from().isBefore(now) ? now : window.from();
    }

    private static @Nullable String week(Window window, Instant from) {
        return from.isBefore(window.to()) ? "b:" + from.getEpochSecond() : null;
    }

    private static ChangePage page(List<RemoteEvent> events, @Nullable String next) {
        return new ChangePage(events, List.of(), next, null, true);
    }

    private static JsonNode collection(JsonNode told) {
        var collection = told.path("collection");
        if (!collection.isArray()) {
            throw CalendlyApi.unreadable();
        }
        return collection;
    }

    Optional<RemoteEvent> find(Access access, String eventId) {
        if (!ID.matcher(eventId).matches() || eventId.startsWith("busy-")) {
            return Optional.empty();
        }
        try {
            var told = api.get(access, EVENTS + "/" + eventId, Map.of());
            var event = api.as(told.path("resource"), ScheduledEvent.class);
            return event.active() ? Optional.of(event.asRemote()) : Optional.empty();
        } catch (StatusRefused refused) {
            if (refused.gone()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** An event as Calendly tells it. */
    record ScheduledEvent(
            String uri,
            @Nullable String name,
            String status,
            Instant startTime,
            Instant endTime,
            @Nullable Instant updatedAt) {
        ScheduledEvent {
            Stream.of(uri, status, startTime, endTime).forEach(Objects::requireNonNull);
        }

        boolean active() {
            return status.equals("active") && !endTime.isBefore(startTime);
        }

        boolean overlaps(Window window) {
            return startTime.isBefore(window.to()) && endTime.isAfter(window.from());
        }

        RemoteEvent asRemote() {
            var id = uri.substring(uri.lastIndexOf('/') + 1);
            return new RemoteEvent(
                    id, uri, null, null, startTime, endTime, false, true, name, updatedAt);
        }
    }

    /** A span that keeps the user from being booked; it has no id of its own. */
    record BusyTime(String type, Instant startTime, Instant endTime) {
        BusyTime {
            Stream.of(type, startTime, endTime).forEach(Objects::requireNonNull);
        }

        RemoteEvent asRemote() {
            var id = "busy-" + startTime.getEpochSecond() + "-" + endTime.getEpochSecond();
            return new RemoteEvent(
                    id, null, null, null, startTime, endTime, false, true, null, null);
        }
    }
}
