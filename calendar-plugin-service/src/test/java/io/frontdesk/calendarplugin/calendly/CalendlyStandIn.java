package io.frontdesk.calendarplugin.calendly;

import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.http.StandIn.Ask;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calendly's API v2 as its reference describes it, for one user. */
final class CalendlyStandIn implements StandIn.Routes {
    static final String USER = "https://api.calendly.com/users/AAAAAAAAAAAAAAAA";
    static final String TOKEN = "good-token";

    final StandIn server = new StandIn(this);
    final Map<String, ObjectNode> events = new LinkedHashMap<>();
    final List<Map<String, String>> busy = new ArrayList<>();
    final Map<String, ObjectNode> webhooks = new LinkedHashMap<>();
    int pageSize = 2;
    private final Clock clock;

    CalendlyStandIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.header("Authorization").equals("Bearer " + TOKEN)) {
            return error(401, "Unauthenticated");
        }
        var path = ask.path();
        if (path.equals("/users/me")) {
            return Reply.of(
                    200,
                    Map.of(
                            "resource",
                            Map.of(
                                    "uri", USER,
                                    "name", "Dr. Zoë",
                                    "timezone", "Europe/Berlin",
                                    "current_organization",
                                            "https://api.calendly.com/organizations/O")));
        }
        if (path.startsWith("/webhook_subscriptions")) {
            return webhooks(ask);
        }
        if (path.startsWith("/scheduled_events/")) {
            var event = events.get(path.substring("/scheduled_events/".length()));
            return event == null
                    ? error(404, "Resource Not Found")
                    : Reply.of(200, Map.of("resource", event));
        }
        if (!ask.query().getOrDefault("user", "").equals(USER)) {
            return error(403, "Permission Denied");
        }
        return switch (path) {
            case "/scheduled_events" -> scheduled(ask);
            case "/user_busy_times" -> busyTimes(ask);
            default -> error(404, "Resource Not Found");
        };
    }

    private Reply scheduled(Ask ask) {
        var query = ask.query();
        var min = Instant.parse(query.getOrDefault("min_start_time", ""));
        var max = Instant.parse(query.getOrDefault("max_start_time", ""));
        var found =
                events.values().stream()
                        .filter(each -> each.path("status").asString().equals(query.get("status")))
                        .filter(each -> !start(each).isBefore(min) && start(each).isBefore(max))
                        .toList();
        var from = Integer.parseInt(query.getOrDefault("page_token", "0"));
        var to = Math.min(found.size(), from + pageSize);
        var pagination = new HashMap<String, Object>();
        pagination.put("count", to - from);
        if (to < found.size()) {
            pagination.put("next_page", "https://elsewhere.example/scheduled_events?page_token=9");
            pagination.put("next_page_token", String.valueOf(to));
        }
        return Reply.of(
                200, Map.of("collection", found.subList(from, to), "pagination", pagination));
    }

    private Reply busyTimes(Ask ask) {
        var from = Instant.parse(ask.query().getOrDefault("start_time", ""));
        var to = Instant.parse(ask.query().getOrDefault("end_time", ""));
        if (!from.isAfter(clock.instant())) {
            return error(400, "Invalid Argument");
        }
        if (Duration.between(from, to).compareTo(Duration.ofDays(7)) > 0) {
            return error(400, "Invalid Argument");
        }
        var found =
                busy.stream()
                        .filter(each ->
                                Instant.parse(each.getOrDefault("start_time", "")).isBefore(to))
                        .filter(each ->
                                Instant.parse(each.getOrDefault("end_time", "")).isAfter(from))
                        .toList();
        return Reply.of(200, Map.of("collection", found));
    }

    private Reply webhooks(Ask ask) {
        var id = ask.path().replaceFirst("/webhook_subscriptions/?", "");
        if (ask.method().equals("POST")) {
            return subscribed((ObjectNode) ask.json());
        }
        var webhook = webhooks.get(id);
        if (webhook == null) {
            return error(404, "Resource Not Found");
        }
        if (ask.method().equals("DELETE")) {
            webhooks.remove(id);
            return Reply.empty(204);
        }
        return Reply.of(200, Map.of("resource", webhook));
    }

    private Reply subscribed(ObjectNode asked) {
        var url = asked.path("url").asString("");
        if (webhooks.values().stream()
                .anyMatch(each -> each.path("callback_url").asString("").equals(url))) {
            return error(409, "Already Exists");
        }
        var id = UUID.randomUUID().toString();
        asked.put("uri", "https://api.calendly.com/webhook_subscriptions/" + id);
        asked.put("callback_url", url).put("state", "active");
        webhooks.put(id, asked);
        return Reply.of(201, Map.of("resource", asked));
    }

    String schedule(String name, Instant start, Instant end) {
        var id = UUID.randomUUID().toString();
        var event = StandIn.JSON.createObjectNode();
        event.put("uri", "https://api.calendly.com/scheduled_events/" + id);
        event.put("name", name).put("status", "active");
        event.put("start_time", start.toString()).put("end_time", end.toString());
        event.put("updated_at", "2026-01-02T03:04:05.678901Z");
        event.putObject("location").put("type", "physical");
        events.put(id, event);
        return id;
    }

    void busy(String type, Instant start, Instant end) {
        busy.add(Map.of("type", type, "start_time", start.toString(), "end_time", end.toString()));
    }

    private static Instant start(JsonNode event) {
        return Instant.parse(event.path("start_time").asString());
    }

    static Reply error(int status, String title) {
        return Reply.of(status, Map.of("title", title, "message", "told by Calendly"));
    }
}
