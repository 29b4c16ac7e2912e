package io.frontdesk.gateway.upstream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How services are reached.
 *
 * @param connectTimeout for a connection to an instance
 * @param poolTimeout for a free connection when all are in use
 * @param connectionsPerInstance at most so many at once
 * @param attempts for what may be repeated
 * @param repeatableBody a body up to this size is kept for a second attempt
 * @param streamIdle how long an event stream may be silent
 * @param instancesRefresh how often the registry is asked
 * @param breakerWindow the breaker looks at so many requests, and opens when half of them failed
 * @param breakerRest how long an open breaker spares a service
 */
@ConfigurationProperties("frontdesk.proxy")
public record ProxyProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration poolTimeout,
        @DefaultValue("500") int connectionsPerInstance,
        @DefaultValue("3") int attempts,
        @DefaultValue("1MB") DataSize repeatableBody,
        @DefaultValue("5m") Duration streamIdle,
        @DefaultValue("5s") Duration instancesRefresh,
        @DefaultValue("20") int breakerWindow,
        @DefaultValue("5s") Duration breakerRest) {}
