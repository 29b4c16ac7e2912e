package io.frontdesk.gateway.route;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A part of the public surface and the service that it belongs to.
 *
 * @param name by which {@code frontdesk.routes.<name>} changes it
 * @param prefix of the path; whole segments
 * @param service its {@code spring.application.name}
 * @param domain of its scopes, {@code <domain>:read} and {@code <domain>:write}; empty where any
 *     valid credential will do
 * @param cost of requests that are not reads
 * @param timeout of its answers; the gateway's default when absent
 * @param largestBody of its requests; the gateway's default when absent
 * @param reserved the service has no operation under the prefix yet and answers 404
 */
public record Route(
        String name,
        String prefix,
        String service,
        String domain,
        Cost cost,
        @Nullable Duration timeout,
        @Nullable DataSize largestBody,
        boolean reserved) {

    /** Whether the path is the prefix or lies below it. */
    public boolean covers(String path) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
