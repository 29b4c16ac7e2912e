package io.frontdesk.admincustomerrag;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.frontdesk.admincustomerrag.KnowledgeShelves.Doc;
import io.frontdesk.admincustomerrag.KnowledgeShelves.Shelf;
import io.frontdesk.test.events.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as rag-knowledge-service and rag-core-service do, for as many tenants as ask. It can be
 * made to forget whose things it may show, call by call.
 */
public final class FleetStandIn implements ResponseDefinitionTransformerV2 {
    private static final JsonMapper JSON = new JsonMapper();

    /** What it shows to everybody, by the name of the probe that should notice. */
    public final Set<String> leaks = ConcurrentHashMap.newKeySet();

    /** What it shows to nobody. */
    public final Set<String> blind = ConcurrentHashMap.newKeySet();

    /** Calls that it answers 503, as the begin of {@code METHOD /path}. */
    public final Set<String> down = ConcurrentHashMap.newKeySet();

    /** Calls that broke what services agreed on. */
    public final List<String> violations = new CopyOnWriteArrayList<>();

    public final List<String> calls = new CopyOnWriteArrayList<>();
    public final KnowledgeShelves shelves = new KnowledgeShelves();
    public final Map<UUID, Object> spend = new ConcurrentHashMap<>();
    public final Map<UUID, byte[]> imports = new ConcurrentHashMap<>();

    private final Map<String, Map<String, Object>> erasures = new ConcurrentHashMap<>();
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(this));

    public FleetStandIn running() {
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        return this;
    }

    public String url() {
        return "http://localhost:" + server.port();
    }

    public void calm() {
        leaks.clear();
        blind.clear();
        down.clear();
        calls.clear();
        shelves.forget();
    }

    @Override
    public String getName() {
        return "fleet";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var path = request.getUrl().split("\\?", 2)[0];
        var call = request.getMethod() + " " + path;
        var tenant = tenant(request, call);
        calls.add(call);
        if (tenant == null || down.stream().anyMatch(call::startsWith)) {
            return status(503);
        }
        var parts = path.split("/", -1);
        return path.startsWith("/api/")
                ? knowledge(tenant, call, parts, request)
                : internal(tenant, call, parts, request);
    }

    private ResponseDefinition knowledge(UUID tenant, String call, String[] path, Request request) {
        var own = shelves.of(tenant);
        if (call.equals("POST /api/knowledge/bases")) {
            return created(201, own.addBase());
        } else if (call.equals("POST /api/knowledge/agents")) {
            return created(
                    201, own.addAgent(uuid(body(request).get("baseIds").get(0).stringValue())));
        } else if (call.matches("POST /api/knowledge/bases/[^/]+/documents")) {
            var id = own.addDocument(uuid(path[4]), body(request).get("text").stringValue());
            tell(tenant, id, uuid(path[4]));
            return created(202, id);
        } else if (call.equals("POST /api/knowledge/search")) {
            return search(tenant, body(request));
        } else if (call.equals("POST /api/knowledge/answers")) {
            return answer(tenant, body(request), "baseIds", "answer", "answer-from-named-base");
        } else if (call.equals("POST /api/knowledge/multi-agent/answers")) {
            var named = "multi-agent-answer-by-named-agent";
            return answer(tenant, body(request), "agentIds", "multi-agent-answer", named);
        } else if (call.equals("GET /api/knowledge/bases")) {
            return ok(Map.of("items", items(shelves.bases(seen(tenant, "base-list")))));
        } else if (call.matches("GET /api/knowledge/bases/[^/]+")) {
            return found(shelves.bases(seen(tenant, "base-by-id")), path[4]);
        } else if (call.matches("GET /api/knowledge/bases/[^/]+/documents")) {
            return found(shelves.bases(seen(tenant, "documents-of-base")), path[4]);
        } else if (call.matches("GET /api/knowledge/documents/[^/]+")) {
            return found(shelves.documents(seen(tenant, "document-by-id")), path[4]);
        } else if (call.matches("DELETE /api/knowledge/documents/[^/]+")) {
            var all = seen(tenant, "document-deletion");
            var found = found(shelves.documents(all), path[4]);
            all.forEach(shelf -> shelf.documents().remove(uuid(path[4])));
            return found.getStatus() == 200 ? status(204) : found;
        }
        violations.add("unknown call " + call);
        return status(404);
    }

    private ResponseDefinition internal(UUID tenant, String call, String[] path, Request request) {
        var own = shelves.of(tenant);
        if (call.equals("GET /knowledge/usage")) {
            return ok(shelves.usage(seen(tenant, "usage")));
        } else if (call.equals("GET /core/usage")) {
            var counts = Map.of("chunks", own.documents().size(), "textBytes", 10);
            var all = new java.util.HashMap<String, Object>(counts);
            all.put("spend", spend.getOrDefault(tenant, Map.of("spent", 0, "currency", "EUR")));
            return ok(all);
        } else if (call.equals("DELETE /core/tenant")) {
            return ok(Map.of("chunks", own.documents().size(), "spend", 1, "budgets", 0));
        } else if (call.equals("GET /knowledge/archive")) {
            return ResponseDefinitionBuilder.responseDefinition()
                    .withHeader("Content-Type", "application/zip")
                    .withBody(shelves.zip(seen(tenant, "export")))
                    .build();
        } else if (call.equals("POST /knowledge/archive")) {
            var id = UUID.randomUUID();
            imports.put(id, request.getBody());
            return status(202, Map.of("id", id, "status", "running"));
        } else if (call.startsWith("GET /knowledge/archive/imports/")) {
            return imports.containsKey(uuid(path[4]))
                    ? ok(Map.of("id", path[4], "status", "done", "documents", 2, "imported", 2))
                    : status(404);
        } else if (call.equals("POST /knowledge/erasures")) {
            var key = tenant + request.getHeader("Idempotency-Key");
            return status(202, erasures.computeIfAbsent(key, _ -> erase(own)));
        } else if (call.startsWith("GET /knowledge/erasures/")) {
            return ok(
                    erasures.values().stream()
                            .filter(each -> path[3].equals(each.get("id")))
                            .findFirst()
                            .orElseThrow());
        }
        violations.add("unknown call " + call);
        return status(404);
    }

    private static Map<String, Object> erase(Shelf shelf) {
        var removed = Map.of("bases", shelf.bases().size(), "documents", shelf.documents().size());
        shelf.clear();
        return Map.of("id", UUID.randomUUID().toString(), "status", "done", "removed", removed);
    }

    private void tell(UUID tenant, UUID document, UUID base) {
        var data = Map.of("documentId", document, "baseId", base, "chunks", 1);
        var type = "io.frontdesk.knowledge.document-ready";
        if (!blind.contains("event")) {
            TestBroker.send(type, tenant, document.toString(), data);
        }
        if (leaks.contains("event")) {
            shelves.others(tenant)
                    .forEach(other -> TestBroker.send(type, other, document.toString(), data));
        }
    }

    private ResponseDefinition search(UUID tenant, JsonNode body) {
        var mode = body.get("mode").stringValue();
        boolean named = body.has("baseIds");
        var seen = seen(tenant, named ? "search-in-named-base" : "search-" + mode);
        if (named && !knows(shelves.bases(seen), body.get("baseIds"))) {
            return status(404);
        }
        var hits = new ArrayList<Map<String, Object>>();
        for (var doc : KnowledgeShelves.matching(seen, body.get("query").stringValue())) {
            hits.add(Map.of("documentId", doc.id(), "text", doc.text(), "score", 0.5));
        }
        return ok(Map.of("hits", hits));
    }

    private ResponseDefinition answer(
            UUID tenant, JsonNode body, String ids, String plain, String named) {
        var seen = seen(tenant, body.has(ids) ? named : plain);
        var known = new ArrayList<>(shelves.bases(seen));
        seen.forEach(shelf -> known.addAll(shelf.agents().keySet()));
        if (body.has(ids) && !knows(known, body.get(ids))) {
            return status(404);
        }
        var question = body.get("question").stringValue();
        var place = question.substring(question.lastIndexOf(' ') + 1).replace("?", "");
        var docs =
                seen.stream()
                        .flatMap(shelf -> shelf.documents().values().stream())
                        .filter(doc -> doc.text().contains(place))
                        .map(Doc::text)
                        .toList();
        return ok(Map.of("answer", String.join(" ", docs), "abstained", docs.isEmpty()));
    }

    private static boolean knows(List<UUID> known, JsonNode asked) {
        return known.contains(uuid(asked.get(0).stringValue()));
    }

    private static ResponseDefinition found(List<UUID> known, String id) {
        return known.contains(uuid(id)) ? ok(Map.of("id", id, "status", "ready")) : status(404);
    }

    private static List<Map<String, UUID>> items(List<UUID> ids) {
        return ids.stream().map(id -> Map.of("id", id)).toList();
    }

    /** Whose shelves a call shows. */
    private List<Shelf> seen(UUID tenant, String what) {
        if (blind.contains(what)) {
            return List.of();
        }
        return leaks.contains(what) ? shelves.all() : List.of(shelves.of(tenant));
    }

    /** Every call is this service's own, for one tenant. */
    private @Nullable UUID tenant(Request request, String call) {
        var token = request.getHeader("Authorization");
        if (token == null) {
            violations.add("no token: " + call);
            return null;
        }
        var claims =
                JSON.readTree(
                        new String(
                                Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                                StandardCharsets.UTF_8));
        if (!claims.path("roles").toString().contains("service") || !claims.has("tenant")) {
            violations.add("not as a service for a tenant: " + call + " " + claims);
            return null;
        }
        return uuid(claims.get("tenant").stringValue());
    }

    private static JsonNode body(Request request) {
        return JSON.readTree(request.getBodyAsString());
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text);
    }

    private static ResponseDefinition created(int status, UUID id) {
        return status(status, Map.of("id", id, "status", "queued"));
    }

    private static ResponseDefinition ok(Object body) {
        return status(200, body);
    }

    private static ResponseDefinition status(int status) {
        return status(status, Map.of("status", status, "detail", "No."));
    }

    private static ResponseDefinition status(int status, Object body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(JSON.writeValueAsString(body))
                .build();
    }
}
