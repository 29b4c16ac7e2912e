package io.frontdesk.ragknowledge;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as rag-core-service does: stores chunks, finds those that share a word, embeds by length.
 */
public final class RagCoreStandIn implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = new JsonMapper();

    /** Ordinals of each call that stored chunks, in the order of calls. */
    public final List<List<Integer>> stored = new CopyOnWriteArrayList<>();

    /** How many calls to store chunks are answered before the service goes down; below 0: all. */
    public final AtomicInteger patience = new AtomicInteger(-1);

    /** Whether it embeds nothing at the moment. */
    public final AtomicBoolean dumb = new AtomicBoolean();

    /** Bases of which a search that names them alone breaks down. */
    public final Set<UUID> broken = ConcurrentHashMap.newKeySet();

    /** Bases of which a search that names them alone takes a minute. */
    public final Set<UUID> slow = ConcurrentHashMap.newKeySet();

    /** What happens after it has looked and before it answers, with the bases that are named. */
    public final AtomicReference<Consumer<List<UUID>>> whileSearching =
            new AtomicReference<>(_ -> {});

    /** The models of bases; {@code unknown-model} is refused. */
    public final Map<String, String> models = new ConcurrentHashMap<>();

    /** How many calls to store chunks are taken before one is rejected; below 0: all. */
    public final AtomicInteger rejectAfter = new AtomicInteger(-1);

    /** Whether it forgets whose chunks it may show. */
    public final AtomicBoolean leaky = new AtomicBoolean();

    /** What a language model answers. */
    public final AtomicReference<String> chat = new AtomicReference<>("{}");

    public final AtomicInteger chatStatus = new AtomicInteger(200);

    /** What a language model was asked. */
    public final List<Chat> chats = new CopyOnWriteArrayList<>();

    private final Map<String, Map<Integer, JsonNode>> documents = new ConcurrentHashMap<>();
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(this));

    /** Starts on a port of its own. */
    public RagCoreStandIn running() {
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        return this;
    }

    public String url() {
        return "http://localhost:" + server.port();
    }

    /** The ordinals that it holds of a document. */
    public List<Integer> ordinals(UUID document) {
        return List.copyOf(chunks(document.toString()).keySet());
    }

    @Override
    public String getName() {
        return "rag-core";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var path = request.getUrl().split("/", -1);
        var call = request.getMethod() + " " + request.getUrl();
        var body =
                request.getBodyAsString().isEmpty()
                        ? null
                        : JSON.readTree(request.getBodyAsString());
        if (call.matches("PUT /core/bases/.*/chunks")) {
            return store(path[3], path[5], body);
        } else if (call.endsWith("/chunks/ordinals")) {
            return ok(Map.of("ordinals", chunks(path[3]).keySet()));
        } else if (call.endsWith("/chunk-count")) {
            int count = required(body).get("count").intValue();
            chunks(path[3]).keySet().removeIf(ordinal -> ordinal >= count);
            return ok(Map.of("removed", 0));
        } else if (call.startsWith("DELETE")) {
            documents.remove(path[3]);
            return ResponseDefinitionBuilder.responseDefinition().withStatus(204).build();
        } else if (call.equals("POST /core/search")) {
            return search(required(body));
        } else if (call.matches("(?:GET|PUT) /core/bases/.*/model")) {
            return model(path[3], body);
        } else if (call.equals("POST /v1/chat/completions")) {
            chats.add(new Chat(request.getHeader("X-Agent-Id"), required(body)));
            return ResponseDefinitionBuilder.responseDefinition()
                    .withStatus(chatStatus.get())
                    .withHeader("Content-Type", "application/json")
                    .withBody(chat.get())
                    .build();
        }
        if (dumb.get()) {
            return ResponseDefinitionBuilder.responseDefinition().withStatus(503).build();
        }
        return ok(embeddings(required(body)));
    }

    private ResponseDefinition store(String base, String document, @Nullable JsonNode body) {
        if (patience.get() == 0) {
            return ResponseDefinitionBuilder.responseDefinition().withStatus(503).build();
        }
        if (rejectAfter.getAndUpdate(left -> left >= 0 ? left - 1 : left) == 0) {
            return ResponseDefinitionBuilder.responseDefinition().withStatus(422).build();
        }
        patience.updateAndGet(left -> left > 0 ? left - 1 : left);
        var ordinals = new ArrayList<Integer>();
        for (var chunk : required(body).get("chunks")) {
            ordinals.add(chunk.get("ordinal").intValue());
            var kept = chunk.deepCopy().asObject();
            kept.put("baseId", base).put("documentId", document);
            kept.put("chunkId", UUID.randomUUID().toString());
            chunks(document).put(chunk.get("ordinal").intValue(), kept);
        }
        stored.add(ordinals);
        return ok(Map.of("stored", ordinals.size()));
    }

    private ResponseDefinition search(JsonNode query) {
        var bases = new ArrayList<UUID>();
        query.get("baseIds").forEach(id -> bases.add(UUID.fromString(id.stringValue())));
        var found = ok(Map.of("hits", hits(query)));
        whileSearching.get().accept(bases);
        if (bases.size() == 1 && broken.contains(bases.getFirst())) {
            return ResponseDefinitionBuilder.responseDefinition().withStatus(400).build();
        }
        return bases.size() == 1 && slow.contains(bases.getFirst())
                ? ResponseDefinitionBuilder.like(found).but().withFixedDelay(60_000).build()
                : found;
    }

    private ResponseDefinition model(String base, @Nullable JsonNode body) {
        if (body != null) {
            var wanted = body.get("model").stringValue();
            if (wanted.equals("unknown-model")) {
                return ResponseDefinitionBuilder.responseDefinition().withStatus(400).build();
            }
            models.put(base, wanted);
        }
        return ok(
                Map.of(
                        "model",
                        models.getOrDefault(base, "bge-small-en-v1.5"),
                        "dimension",
                        384,
                        "progress",
                        1));
    }

    private List<Object> hits(JsonNode query) {
        var words =
                List.of(
                        query.get("query")
                                .stringValue()
                                .toLowerCase(java.util.Locale.ROOT)
                                .split("\\W+", -1));
        var bases = new ArrayList<String>();
        query.get("baseIds").forEach(id -> bases.add(id.stringValue()));
        return documents.values().stream()
                .flatMap(chunks -> chunks.values().stream())
                .filter(chunk -> leaky.get() || bases.contains(chunk.get("baseId").stringValue()))
                .filter(chunk ->
                        words.stream().anyMatch(word -> word.length() > 3 && contains(chunk, word)))
                .limit(query.get("topK").intValue())
                .map(chunk ->
                        (Object) chunk.deepCopy().asObject().put("score", 0.9).put("newField", 1))
                .toList();
    }

    private static boolean contains(JsonNode chunk, String word) {
        return chunk.get("text").stringValue().toLowerCase(java.util.Locale.ROOT).contains(word);
    }

    private static Map<String, Object> embeddings(JsonNode request) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < request.get("input").size(); i++) {
            items.add(Map.of("object", "embedding", "index", i, "embedding", List.of(0.9, 0.3)));
        }
        return Map.of(
                "object",
                "list",
                "model",
                request.get("model").stringValue(),
                "data",
                items,
                "usage",
                Map.of("prompt_tokens", 1, "total_tokens", 1));
    }

    private Map<Integer, JsonNode> chunks(String document) {
        return documents.computeIfAbsent(
                document, _ -> java.util.Collections.synchronizedMap(new TreeMap<>()));
    }

    private static JsonNode required(@Nullable JsonNode body) {
        return java.util.Objects.requireNonNull(body);
    }

    private static ResponseDefinition ok(Object body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withHeader("Content-Type", "application/json")
                .withBody(JSON.writeValueAsString(body))
                .build();
    }

    /** One call of a language model. */
    public record Chat(String agent, JsonNode body) {}
}
