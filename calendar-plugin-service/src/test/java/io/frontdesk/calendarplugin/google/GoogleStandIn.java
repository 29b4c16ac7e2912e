package io.frontdesk.calendarplugin.google;

import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.http.StandIn.Ask;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Google Calendar API v3 as its reference describes it, for one account with two calendars. */
final class GoogleStandIn implements StandIn.Routes {
    static final String CALENDAR = "owner@example.com";
    static final String TOKEN = "good-token";
    private static final String ROOT = "/calendar/v3/";
    private static final Pattern EVENTS = Pattern.compile("calendars/([^/]+)/events(?:/(.+))?");

    final StandIn server = new StandIn(this);
    final Map<String, ObjectNode> events = new LinkedHashMap<>();
    final Map<String, Long> changedAt = new HashMap<>();
    final Map<String, JsonNode> channels = new LinkedHashMap<>();
    String timeZone = "Europe/Berlin";
    int pageSize = 2;
    private long clock;
    private long forgotten = -1;

    @Override
    public Reply answer(Ask ask) {
        if (!ask.header("Authorization").equals("Bearer " + TOKEN)) {
            return error(401, "authError");
        }
        var path = ask.path().substring(ROOT.length());
        if (path.startsWith("users/me/calendarList")) {
            return calendars(ask, path);
        }
        if (path.equals("channels/stop")) {
            var stopped = channels.remove(ask.json().path("id").asString(""));
            return stopped == null ? error(404, "channelUnknown") : Reply.empty(204);
        }
        var match = EVENTS.matcher(path);
        if (!match.matches() || !match.group(1).equals(CALENDAR)) {
            return error(404, "notFound");
        }
        var id = match.group(2);
        if (id == null) {
            return ask.method().equals("GET") ? list(ask) : insert(ask);
        }
        return id.equals("watch") ? watch(ask) : one(ask, id);
    }

    private Reply calendars(Ask ask, String path) {
        var main =
                Map.of(
                        "id",
                        CALENDAR,
                        "summary",
                        "Me",
                        "summaryOverride",
                        "Praxis",
                        "timeZone",
                        timeZone,
                        "accessRole",
                        "owner",
                        "primary",
                        true);
        if (!path.equals("users/me/calendarList")) {
            return path.endsWith(CALENDAR) ? Reply.of(200, main) : error(404, "notFound");
        }
        if (ask.query().containsKey("pageToken")) {
            var other =
                    Map.of(
                            "id",
                            "holidays",
                            "summary",
                            "Holidays",
                            "timeZone",
                            "Mars/Olympus",
                            "accessRole",
                            "reader");
            return Reply.of(200, Map.of("items", List.of(other)));
        }
        return Reply.of(200, Map.of("items", List.of(main), "nextPageToken", "second"));
    }

    private Reply list(Ask ask) {
        var query = ask.query();
        var token = query.get("syncToken");
        if (token != null && (query.containsKey("timeMin") || query.containsKey("timeMax"))) {
            return error(400, "invalid");
        }
        if (!"true".equals(query.get("singleEvents")) || !"true".equals(query.get("showDeleted"))) {
            return error(400, "badRequest");
        }
        if (token != null && !token.matches("s\\d+")) {
            return error(400, "invalid");
        }
        var since = token == null ? 0 : Long.parseLong(token.substring(1));
        if (token != null && since <= forgotten) {
            return error(410, "fullSyncRequired");
        }
        var found = events.values().stream().filter(event -> told(event, query, since)).toList();
        var from = Integer.parseInt(query.getOrDefault("pageToken", "0"));
        var to = Math.min(found.size(), from + pageSize);
        var answer = new HashMap<String, Object>();
        answer.put("timeZone", timeZone);
        answer.put(
                "items", found.subList(Math.min(from, to), to).stream().map(this::seen).toList());
        if (to < found.size()) {
            answer.put("nextPageToken", String.valueOf(to));
        } else {
            answer.put("nextSyncToken", "s" + clock);
        }
        return Reply.of(200, answer);
    }

    private boolean told(ObjectNode event, Map<String, String> query, long since) {
        if (query.containsKey("syncToken")) {
            return changedAt.getOrDefault(event.path("id").asString(), 0L) > since;
        }
        var min = OffsetDateTime.parse(query.get("timeMin")).toInstant();
        var max = OffsetDateTime.parse(query.get("timeMax")).toInstant();
        return instant(event.path("start")).isBefore(max)
                && instant(event.path("end")).isAfter(min);
    }

    private Instant instant(JsonNode time) {
        var text = time.path("dateTime").asString("");
        return text.isEmpty()
                ? Instant.parse(time.path("date").asString() + "T00:00:00Z")
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Of a removed event little more than its id is told. */
    private JsonNode seen(ObjectNode event) {
        return cancelled(event)
                ? StandIn.JSON.valueToTree(
                        Map.of("id", event.path("id").asString(), "status", "cancelled"))
                : event;
    }

    private Reply insert(Ask ask) {
        var event = (ObjectNode) ask.json();
        if (event.has("id") && event.has("iCalUID")) {
            return error(400, "invalid");
        }
        var id = event.path("id").asString(UUID.randomUUID().toString().replace("-", ""));
        if (!id.matches("[0-9a-v]{5,1024}")) {
            return error(400, "invalid");
        }
        if (events.containsKey(id)) {
            return error(409, "duplicate");
        }
        event.put("id", id).put("iCalUID", id + "@google.com");
        return Reply.of(200, store(event));
    }

    private Reply one(Ask ask, String id) {
        var event = events.get(id);
        if (event == null) {
            return error(404, "notFound");
        }
        if (ask.method().equals("GET")) {
            return Reply.of(200, event);
        }
        var match = ask.header("If-Match");
        if (!match.isEmpty() && !match.equals(event.path("etag").asString())) {
            return error(412, "conditionNotMet");
        }
        if (ask.method().equals("DELETE")) {
            if (cancelled(event)) {
                return error(410, "deleted");
            }
            cancel(id);
            return Reply.empty(204);
        }
        var given = (ObjectNode) ask.json();
        if (given.path("sequence").asInt(1000) < event.path("sequence").asInt(0)) {
            return error(400, "invalidSequence");
        }
        if (ask.method().equals("PATCH")) {
            var patched = event.deepCopy();
            given.properties().forEach(each -> patched.set(each.getKey(), each.getValue()));
            return Reply.of(200, store(patched));
        }
        given.put("id", id).put("iCalUID", event.path("iCalUID").asString());
        return Reply.of(200, store(given));
    }

    private Reply watch(Ask ask) {
        var asked = ask.json();
        if (channels.containsKey(asked.path("id").asString())) {
            return error(400, "channelIdNotUnique");
        }
        channels.put(asked.path("id").asString(), asked);
        var answer = new HashMap<String, Object>();
        answer.put("id", asked.path("id").asString());
        answer.put("resourceId", "resource-1");
        answer.put("expiration", asked.path("expiration").asString());
        return Reply.of(200, answer);
    }

    ObjectNode store(ObjectNode event) {
        clock++;
        var id = event.path("id").asString();
        event.put("etag", "\"" + (3_000_000 + clock) + "\"");
        event.put("updated", "2026-01-02T03:04:05.678Z");
        events.put(id, event);
        changedAt.put(id, clock);
        return event;
    }

    void cancel(String id) {
        var event = event(id).deepCopy();
        event.put("status", "cancelled");
        store(event);
    }

    ObjectNode event(String id) {
        var event = events.get(id);
        if (event == null) {
            throw new AssertionError("no event " + id);
        }
        return event;
    }

    void forget() {
        forgotten = clock;
    }

    ObjectNode timed(String id, Instant start, Instant end) {
        var event = StandIn.JSON.createObjectNode().put("id", id).put("status", "confirmed");
        event.put("iCalUID", id + "@google.com").put("summary", id);
        event.putObject("start").put("dateTime", start.toString());
        event.putObject("end").put("dateTime", end.toString());
        return event;
    }

    private static boolean cancelled(@Nullable ObjectNode event) {
        return event != null && "cancelled".equals(event.path("status").asString(""));
    }

    static Reply error(int code, String reason) {
        var errors = new ArrayList<Map<String, String>>();
        errors.add(Map.of("domain", "global", "reason", reason, "message", "told by Google"));
        return Reply.of(
                code, Map.of("error", Map.of("code", code, "message", "no", "errors", errors)));
    }
}
