package io.frontdesk.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A circuit breaker per target: a service that does not answer is spared, and its callers too. */
@Component
public class Breakers {
    private final CircuitBreakerRegistry registry;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    Breakers(ProxyProperties properties, MeterRegistry meters) {
        registry =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(properties.breakerWindow())
                                .minimumNumberOfCalls(properties.breakerWindow())
                                .failureRateThreshold(50)
                                .permittedNumberOfCallsInHalfOpenState(5)
                                .waitDurationInOpenState(properties.breakerRest())
                                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    public CircuitBreaker of(String target) {
        return breakers.computeIfAbsent(target, registry::circuitBreaker);
    }
}
