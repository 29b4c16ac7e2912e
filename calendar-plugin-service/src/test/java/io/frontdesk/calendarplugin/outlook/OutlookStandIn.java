package io.frontdesk.calendarplugin.outlook;

import io.frontdesk.calendarplugin.http.StandIn;
import io.frontdesk.calendarplugin.http.StandIn.Ask;
import io.frontdesk.calendarplugin.http.StandIn.Reply;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Microsoft Graph's calendar as its reference describes it, for one mailbox. */
final class OutlookStandIn implements StandIn.Routes {
    static final String CALENDAR = "AAMkAGI2TGuLAAA=";
    static final String TOKEN = "good-token";
    static final String ROOT = "/v1.0";
    private static final String EVENTS = "/me/calendars/" + CALENDAR + "/events";
    private static final String DELTA = "/me/calendars/" + CALENDAR + "/calendarView/delta";
    private static final Pattern UID = Pattern.compile(".*FrontdeskUid' and ep/value eq '(.*)'\\)");

    final StandIn server = new StandIn(this);
    final Map<String, ObjectNode> events = new LinkedHashMap<>();
    final Map<String, Long> changedAt = new HashMap<>();
    final List<String> transactions = new ArrayList<>();
    final Map<String, ObjectNode> subscriptions = new LinkedHashMap<>();
    String mailboxZone = "W. Europe Standard Time";
    String linkRoot = "";
    int pageSize = 2;
    private long clock;
    private long forgotten = -1;

    @Override
    public Reply answer(Ask ask) {
        if (!ask.header("Authorization").equals("Bearer " + TOKEN)) {
            return error(401, "InvalidAuthenticationToken");
        }
        var path = ask.path().substring(ROOT.length());
        if (path.equals("/me/mailboxSettings")) {
            return mailboxZone.isEmpty()
                    ? error(403, "ErrorAccessDenied")
                    : Reply.of(200, Map.of("timeZone", mailboxZone));
        }
        if (path.equals("/me/calendars")) {
            return Reply.of(
                    200,
                    Map.of(
                            "value",
                            List.of(
                                    Map.of(
                                            "id",
                                            CALENDAR,
                                            "name",
                                            "Kalender",
                                            "canEdit",
                                            true,
                                            "isDefaultCalendar",
                                            true))));
        }
        if (path.startsWith("/subscriptions")) {
            return subscriptions(ask, path.replaceFirst("/subscriptions/?", ""));
        }
        if (path.equals(DELTA) || path.equals(DELTA + "()")) {
            return delta(ask);
        }
        if (path.equals(EVENTS)) {
            return ask.method().equals("POST") ? create((ObjectNode) ask.json()) : lookUp(ask);
        }
        return path.startsWith(EVENTS + "/")
                ? one(ask, path.substring(EVENTS.length() + 1))
                : error(404, "ErrorItemNotFound");
    }

    /** The first request names the window; from then on it is in the links' tokens. */
    private Reply delta(Ask ask) {
        var query = ask.query();
        if (!ask.header("Prefer").contains("outlook.timezone=\"UTC\"")) {
            return error(400, "TheseTimesAreNotUtc");
        }
        var token = query.get("$deltatoken");
        var skip = query.get("$skiptoken");
        var state = (token != null ? token : skip != null ? skip : "").split("_", -1);
        var since = state.length > 1 ? Long.parseLong(state[0]) : 0;
        var from = Instant.parse(state.length > 1 ? state[1] : query.get("startDateTime"));
        var to = Instant.parse(state.length > 1 ? state[2] : query.get("endDateTime"));
        if (token != null && since <= forgotten) {
            return error(410, "syncStateNotFound");
        }
        var found =
                events.entrySet().stream()
                        .filter(each -> changedAt.getOrDefault(each.getKey(), 0L) > since)
                        .filter(each -> since > 0 || !each.getValue().has("@removed"))
                        .map(Map.Entry::getValue)
                        .filter(each -> each.has("@removed") || within(each, from, to))
                        .map(OutlookStandIn::plain)
                        .toList();
        var start = skip == null ? 0 : Integer.parseInt(state[3]);
        var end = Math.min(found.size(), start + pageSize);
        var answer = new HashMap<String, Object>();
        answer.put("value", found.subList(start, end));
        if (end < found.size()) {
            answer.put("@odata.nextLink", link("$skiptoken", since, from, to, end));
        } else {
            answer.put("@odata.deltaLink", link("$deltatoken", clock, from, to, 0));
        }
        return Reply.of(200, answer);
    }

    private String link(String kind, long since, Instant from, Instant to, int at) {
        var root = linkRoot.isEmpty() ? server.address(ROOT).toString() : linkRoot;
        return root + DELTA + "?" + kind + "=" + since + "_" + from + "_" + to + "_" + at;
    }

    private static boolean within(JsonNode event, Instant from, Instant to) {
        return time(event, "start").isBefore(to) && time(event, "end").isAfter(from);
    }

    private static Instant time(JsonNode event, String which) {
        return LocalDateTime.parse(event.path(which).path("dateTime").asString())
                .toInstant(ZoneOffset.UTC);
    }

    /** Extended properties are told to those only who ask for them. */
    private static ObjectNode plain(ObjectNode event) {
        var plain = event.deepCopy();
        plain.remove("singleValueExtendedProperties");
        return plain;
    }

    private Reply create(ObjectNode event) {
        var transaction = event.path("transactionId").asString("");
        if (!transaction.isEmpty() && transactions.contains(transaction)) {
            return error(409, "ErrorDuplicateTransactionId");
        }
        transactions.add(transaction);
        event.put("id", "AAMkAD" + UUID.randomUUID() + "=");
        event.put("iCalUId", "040000008200E00074C5B7101A82E008").put("type", "singleInstance");
        return Reply.of(201, plain(store(event)));
    }

    private Reply lookUp(Ask ask) {
        var uid = UID.matcher(ask.query().getOrDefault("$filter", ""));
        if (!uid.matches() || !ask.query().getOrDefault("$expand", "").contains("Extended")) {
            return error(400, "ErrorInvalidUrlQuery");
        }
        var value = uid.group(1).replace("''", "'");
        var found =
                events.values().stream()
                        .filter(each -> !each.has("@removed"))
                        .filter(each ->
                                each.path("singleValueExtendedProperties")
                                        .valueStream()
                                        .anyMatch(property ->
                                                property.path("value").asString().equals(value)))
                        .toList();
        return Reply.of(200, Map.of("value", found));
    }

    private Reply one(Ask ask, String id) {
        var event = events.get(id);
        if (event == null || event.has("@removed")) {
            return error(404, "ErrorItemNotFound");
        }
        if (ask.method().equals("GET")) {
            return Reply.of(200, plain(event));
        }
        var match = ask.header("If-Match");
        if (!match.isEmpty() && !match.equals(event.path("@odata.etag").asString())) {
            return error(412, "ErrorIrresolvableConflict");
        }
        if (ask.method().equals("DELETE")) {
            remove(id);
            return Reply.empty(204);
        }
        if (ask.json().has("transactionId")) {
            return error(400, "ErrorPropertyUpdate");
        }
        var patched = event.deepCopy();
        ask.json().properties().forEach(each -> patched.set(each.getKey(), each.getValue()));
        return Reply.of(200, plain(store(patched)));
    }

    private Reply subscriptions(Ask ask, String id) {
        if (ask.method().equals("POST")) {
            var asked = (ObjectNode) ask.json();
            var made = UUID.randomUUID().toString();
            subscriptions.put(made, asked.put("id", made));
            return Reply.of(201, asked);
        }
        var there = subscriptions.get(id);
        if (there == null) {
            return error(404, "ResourceNotFound");
        }
        if (ask.method().equals("DELETE")) {
            subscriptions.remove(id);
            return Reply.empty(204);
        }
        there.put("expirationDateTime", ask.json().path("expirationDateTime").asString());
        return Reply.of(200, there);
    }

    ObjectNode store(ObjectNode event) {
        clock++;
        var id = event.path("id").asString();
        event.put("@odata.etag", "W/\"ck" + clock + "\"");
        event.put("lastModifiedDateTime", "2026-01-02T03:04:05.6789012Z");
        events.put(id, event);
        changedAt.put(id, clock);
        return event;
    }

    void remove(String id) {
        var removed = StandIn.JSON.createObjectNode().put("id", id);
        removed.putObject("@removed").put("reason", "deleted");
        events.put(id, removed);
        changedAt.put(id, ++clock);
    }

    void forget() {
        forgotten = clock;
    }

    static ObjectNode timed(String subject, Instant start, Instant end) {
        var event = StandIn.JSON.createObjectNode();
        event.put("id", "AAMkAD" + UUID.randomUUID() + "=").put("subject", subject);
        event.put("isAllDay", false).put("isCancelled", false).put("showAs", "busy");
        event.put("type", "singleInstance").put("iCalUId", "0400000082");
        event.putObject("responseStatus").put("response", "organizer");
        times(event, start, end);
        return event;
    }

    static void times(ObjectNode event, Instant start, Instant end) {
        var format = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'0000'");
        event.putObject("start")
                .put("dateTime", format.format(start.atZone(ZoneOffset.UTC)))
                .put("timeZone", "UTC");
        event.putObject("end")
                .put("dateTime", format.format(end.atZone(ZoneOffset.UTC)))
                .put("timeZone", "UTC");
    }

    static Reply error(int status, String code) {
        return Reply.of(status, Map.of("error", Map.of("code", code, "message", "told by Graph")));
    }
}
