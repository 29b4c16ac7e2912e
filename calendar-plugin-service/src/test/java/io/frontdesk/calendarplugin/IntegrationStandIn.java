package io.frontdesk.calendarplugin;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as calendar-integration-service does, for the calls that this service makes, and notes
 * every call that does not keep to what was agreed.
 */
public final class IntegrationStandIn implements ResponseDefinitionTransformerV2 {
    private static final JsonMapper JSON = new JsonMapper();

    /** What was wrong with calls. */
    public final List<String> violations = new CopyOnWriteArrayList<>();

    /** Changes of bookings that were asked for: path, key, body. */
    public final List<String> changes = new CopyOnWriteArrayList<>();

    /** Facts of confirmed bookings by resource, as JSON. */
    public final Map<UUID, List<Map<String, Object>>> bookings = new ConcurrentHashMap<>();

    /** Overlaps to answer, by connection. */
    public final Map<UUID, UUID> overlapping = new ConcurrentHashMap<>();

    private final Map<UUID, JsonNode> states = new ConcurrentHashMap<>();
    public final AtomicBoolean down = new AtomicBoolean();
    public final AtomicBoolean refusing = new AtomicBoolean();

    private final Map<UUID, Map<String, JsonNode>> busy = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> forgotten = new ConcurrentHashMap<>();
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(this));

    public IntegrationStandIn running() {
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        return this;
    }

    public String url() {
        return "http://localhost:" + server.port();
    }

    public WireMockServer server() {
        return server;
    }

    /** The spans of a connection, as {@code start/end}, in order. */
    public List<String> busy(UUID connection) {
        return spans(connection).values().stream()
                .map(span -> text(span, "start") + "/" + text(span, "end"))
                .sorted()
                .toList();
    }

    public Map<String, JsonNode> spans(UUID connection) {
        return busy.computeIfAbsent(connection, _ -> new TreeMap<>());
    }

    /** The state that a connection was said to be in; empty when it was forgotten. */
    public String state(UUID connection) {
        var state = states.get(connection);
        return state == null ? "" : text(state, "state");
    }

    /** Whether the busy time was kept when the connection was forgotten; null before that. */
    public @org.jspecify.annotations.Nullable Boolean kept(UUID connection) {
        return forgotten.get(connection);
    }

    @Override
    public String getName() {
        return "calendar-integration";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var path = request.getUrl().split("\\?", 2)[0].split("/", -1);
        var call = request.getMethod() + " " + request.getUrl().split("\\?", 2)[0];
        if (down.get()) {
            return status(503);
        }
        checkToken(request, call);
        if (call.startsWith("GET /api/calendar/resources/")) {
            return ok(Map.of("id", path[4], "name", "Room", "timeZone", "Europe/Berlin", "new", 1));
        } else if (call.matches("PUT /calendar/resources/[^/]+/busy/[^/]+")) {
            return store(UUID.fromString(path[5]), JSON.readTree(request.getBodyAsString()));
        } else if (call.matches("DELETE /calendar/resources/[^/]+/busy/[^/]+")) {
            var keep = request.getUrl().endsWith("keep=true");
            forgotten.put(UUID.fromString(path[5]), keep);
            if (!keep) {
                busy.remove(UUID.fromString(path[5]));
            }
            return status(204);
        } else if (call.matches("PUT /calendar/resources/[^/]+/connections/[^/]+")) {
            var state = JSON.readTree(request.getBodyAsString());
            check(text(state, "state").matches("active|paused|revoked"), "state " + state);
            states.put(UUID.fromString(path[5]), state);
            return status(204);
        } else if (call.matches("DELETE /calendar/resources/[^/]+/connections/[^/]+")) {
            states.remove(UUID.fromString(path[5]));
            return status(204);
        } else if (call.equals("GET /calendar/bookings")) {
            var resource = request.queryParameter("resourceId").firstValue();
            check(!request.queryParameter("from").firstValue().isEmpty(), "bookings without from");
            return ok(Map.of("items", bookings.getOrDefault(UUID.fromString(resource), List.of())));
        } else if (call.matches("POST /api/calendar/bookings/[^/]+/(reschedule|cancellation)")) {
            return change(request, path[5] + " " + path[4]);
        }
        violations.add("unknown call " + call);
        return status(404);
    }

    private ResponseDefinition change(Request request, String what) {
        var key = request.getHeader("Idempotency-Key");
        check(key != null && key.length() <= 255, "no usable Idempotency-Key");
        var line = what + " " + request.getBodyAsString() + " " + key;
        if (refusing.get()) {
            return ResponseDefinitionBuilder.responseDefinition()
                    .withStatus(409)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody("{\"status\":409,\"detail\":\"The slot is taken.\"}")
                    .build();
        }
        if (!changes.contains(line)) {
            changes.add(line);
        }
        return ok(Map.of("status", "confirmed"));
    }

    private ResponseDefinition store(UUID connection, JsonNode call) {
        var mode = text(call, "mode");
        check(mode.matches("replace|merge"), "mode " + mode);
        var from = Instant.parse(text(call.get("window"), "from"));
        var to = Instant.parse(text(call.get("window"), "to"));
        check(from.isBefore(to), "window " + call.get("window"));
        check(call.get("busy").size() <= 1000, "more than 1,000 spans");
        check(call.get("removed").size() <= 1000, "more than 1,000 removed");
        Instant.parse(text(call, "freshUntil"));
        var spans = spans(connection);
        if (mode.equals("replace")) {
            spans.values()
                    .removeIf(span ->
                            Instant.parse(text(span, "start")).isBefore(to)
                                    && Instant.parse(text(span, "end")).isAfter(from));
        }
        call.get("removed").forEach(id -> spans.remove(id.stringValue()));
        var conflicts = new ArrayList<Map<String, Object>>();
        for (var span : call.get("busy")) {
            var start = Instant.parse(text(span, "start"));
            var end = Instant.parse(text(span, "end"));
            check(start.isBefore(end), "span " + span);
            spans.put(text(span, "id"), span);
            if (overlapping.containsKey(connection)) {
                conflicts.add(
                        Map.of(
                                "bookingId",
                                overlapping.get(connection),
                                "externalId",
                                text(span, "id"),
                                "start",
                                start.toString(),
                                "end",
                                end.toString()));
            }
        }
        return ok(Map.of("stored", call.get("busy").size(), "removed", 0, "conflicts", conflicts));
    }

    /** Internal operations, and changes of bookings, are for services alone. */
    private void checkToken(Request request, String call) {
        var token = request.getHeader("Authorization");
        if (token == null) {
            violations.add("no token: " + call);
            return;
        }
        var claims =
                new String(
                        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                        StandardCharsets.UTF_8);
        check(claims.contains("\"tenant\""), "no tenant: " + call);
        if (!call.startsWith("GET /api/")) {
            check(claims.contains("\"service\""), "not as a service: " + call);
        }
    }

    private void check(boolean kept, String violation) {
        if (!kept) {
            violations.add(violation);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).stringValue();
    }

    private static ResponseDefinition status(int status) {
        return ResponseDefinitionBuilder.responseDefinition().withStatus(status).build();
    }

    private static ResponseDefinition ok(Object body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withHeader("Content-Type", "application/json")
                .withBody(JSON.writeValueAsString(body))
                .build();
    }
}
