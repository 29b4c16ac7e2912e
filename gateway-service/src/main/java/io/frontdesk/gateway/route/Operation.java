package io.frontdesk.gateway.route;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An operation that differs from the rest of its route.
 *
 * @param scope that it needs; absent for a public one, which needs no credential
 */
record Operation(
        String method,
        PathPattern path,
        @Nullable String scope,
        Cost cost,
        @Nullable DataSize largestBody) {

    static Operation open(String method, String path) {
        return new Operation(method, pattern(path), null, Cost.PLAIN, null);
    }

    static Operation needing(String scope, Cost cost, String method, String path) {
        return new Operation(method, pattern(path), scope, cost, null);
    }

    Operation upTo(DataSize largest) {
        return new Operation(method, path, scope, cost, largest);
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
