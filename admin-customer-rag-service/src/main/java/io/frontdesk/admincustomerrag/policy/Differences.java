package io.frontdesk.admincustomerrag.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what differs between two configurations, by path. */
@Component
public class Differences {

    private final JsonMapper json;

    Differences(JsonMapper json) {
        this.json = json;
    }

    /** Differences in the order of the document; none for equal ones. */
    public List<Change> between(Policy from, Policy to) {
        var changes = new ArrayList<Change>();
        compare("", json.valueToTree(from), json.valueToTree(to), changes);
        return changes;
    }

    private static void compare(
            String path, @Nullable JsonNode from, @Nullable JsonNode to, List<Change> changes) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (from != null && to != null && from.isObject() && to.isObject()) {
            var names = new ArrayList<>(from.propertyNames());
            names.addAll(new TreeSet<>(to.propertyNames()));
            names.stream()
                    .distinct()
                    .forEach(name ->
                            compare(
                                    path.isEmpty() ? name : path + "." + name,
                                    from.get(name),
                                    to.get(name),
                                    changes));
        } else if (from != null && to != null && isOfObjects(from) && isOfObjects(to)) {
            for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
                compare(path + "[" + i + "]", from.get(i), to.get(i), changes);
            }
        } else {
            changes.add(new Change(path, present(from), present(to)));
        }
    }

    /** A list of words is one value; topics are compared one by one. */
    private static boolean isOfObjects(JsonNode node) {
        return node.isArray() && (node.isEmpty() || node.get(0).isObject());
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
