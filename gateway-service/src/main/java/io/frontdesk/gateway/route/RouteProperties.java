package io.frontdesk.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an installation changes in the table.
 *
 * @param timeout for a service's first byte, where its route has none of its own
 * @param largestBody of a request, where its route has none of its own
 * @param route by a route's name
 */
@ConfigurationProperties("frontdesk.routes")
public record RouteProperties(
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("1MB") DataSize largestBody,
        @DefaultValue Map<String, Change> route) {

    /**
     * Changes one route.
     *
     * @param uri a service deployed elsewhere, instead of the registry's instances
     */
    public record Change(
            @Nullable URI uri, @Nullable Duration timeout, @Nullable DataSize largestBody) {}
}
