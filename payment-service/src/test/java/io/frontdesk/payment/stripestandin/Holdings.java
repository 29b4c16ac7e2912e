package io.frontdesk.payment.stripestandin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What an account at Stripe holds, each thing in Stripe's own shape, oldest first. */
final class Holdings {
    private static final int PAGE = 10;

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final PublishedApi api;
    private final Clock clock;
    private int largestPage = 100;
    private int made;

    Holdings(PublishedApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** A new one after Stripe's example, with an id of its own. */
    ObjectNode make(String kind, String prefix) {
        return keep(api.example(kind), prefix + "_" + String.format("%06d", ++made));
    }

    ObjectNode keep(ObjectNode object, String id) {
        object.put("id", id);
        if (object.has("created")) {
            object.put("created", now());
        }
        if (object.has("metadata")) {
            object.putObject("metadata");
        }
        byId.put(id, object);
        return object;
    }

    ObjectNode get(String kind, String id) {
        var found = byId.get(id);
        if (found == null) {
            throw StripeProblem.missing(kind, id);
        }
        return found;
    }

    void forget(String id) {
        byId.remove(id);
    }

    List<ObjectNode> all(String kind) {
        return byId.values().stream()
                .filter(object -> object.path("object").asText().equals(kind))
                .toList();
    }

    void largestPage(int items) {
        largestPage = items;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A page as Stripe gives it: newest first, after the one named, in the span named. */
    ObjectNode list(String kind, Request request, Predicate<ObjectNode> filter) {
        var created = request.form().path("created");
        var matching =
                new ArrayList<>(
                        all(kind).stream()
                                .filter(filter)
                                .filter(object -> within(object.path("created").asLong(), created))
                                .toList()
                                .reversed());
        var after = request.text("starting_after");
        if (after != null) {
            var ids = matching.stream().map(object -> object.get("id").asText()).toList();
            matching.subList(0, ids.indexOf(after) + 1).clear();
        }
        var limit = Math.min(request.form().path("limit").asInt(PAGE), largestPage);
        var page = PublishedApi.JSON.createObjectNode();
        page.put("object", "list").put("url", request.path());
        page.put("has_more", matching.size() > limit);
        var items = page.putArray("data");
        matching.stream().limit(limit).forEach(object -> items.add(object.deepCopy()));
        return page;
    }

    private static boolean within(long time, JsonNode created) {
        return time >= created.path("gte").asLong(Long.MIN_VALUE)
                && time < created.path("lt").asLong(Long.MAX_VALUE);
    }

    /** Puts what {@code expand} names in place of its id; what is null stays so. */
    ObjectNode expanded(ObjectNode answer, JsonNode expand) {
        var copy = answer.deepCopy();
        expand.forEach(path -> expand(copy, List.of(path.asText().split("\\."))));
        return copy;
    }

    private void expand(ObjectNode at, List<String> path) {
        var name = path.getFirst();
        var rest = path.subList(1, path.size());
        var value = at.path(name);
        if (value.isArray()) {
            value.forEach(item -> expand((ObjectNode) item, rest));
            return;
        }
        if (value.isTextual() && byId.containsKey(value.asText())) {
            at.set(name, byId.get(value.asText()).deepCopy());
        }
        if (!rest.isEmpty() && at.path(name) instanceof ObjectNode inner) {
            expand(inner, rest);
        }
    }
}
