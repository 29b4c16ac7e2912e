package io.frontdesk.orchestration.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a service, or the place where one should be.
 *
 * @param name unique in the fleet; absent when missing
 * @param status {@code up}, {@code starting}, {@code down}, {@code out-of-service}, {@code
 *     not-ready}, {@code unreachable}, or {@code missing} when no instance is registered
 * @param since when it came up, or was first seen when it never did
 */
record Instance(
        String service,
        @Nullable String name,
        @Nullable String address,
        @Nullable Integer port,
        String status,
        @Nullable String version,
        @Nullable Instant since) {
    static Instance missing(String service) {
        return new Instance(service, null, null, null, "missing", null, null);
    }
}
