package io.frontdesk.calendarplugin.calendly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.calendarplugin.refusal.ProviderBusy;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets each connection ask no more than Calendly allows it, so that its owner's own tools are not
 * starved: a request waits for its turn for a while, and not at all while Calendly asked for quiet.
 */
final class CalendlyQueue {
    private final Cache<UUID, Lane> lanes =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofHours(1))
                    .build();
    private final RateLimiterConfig config;
    private final Clock clock;

    CalendlyQueue(int requestsPerMinute, Duration patience, Clock clock) {
        this.config =
                RateLimiterConfig.custom()
                        .limitForPeriod(requestsPerMinute)
                        .limitRefreshPeriod(Duration.ofMinutes(1))
                        .timeoutDuration(patience)
                        .build();
        this.clock = clock;
    }

    /**
     * Waits for the connection's turn.
     *
     * @throws ProviderBusy when that would take longer than our patience
     */
    void enter(UUID connection) {
        var lane = lane(connection);
        var quiet = Duration.between(clock.instant(), lane.quietUntil().get());
        if (quiet.isPositive()) {
            throw new ProviderBusy(CalendlyApi.NAME + " asked to wait.", quiet);
        }
        if (!lane.limiter().acquirePermission()) {
            throw new ProviderBusy(
                    "As many requests went to " + CalendlyApi.NAME + " as it allows for a minute.",
                    Duration.ofNanos(lane.limiter().getDetailedMetrics().getNanosToWait()));
        }
    }

    /** No request of this connection until then. */
    void quiet(UUID connection, Duration pause) {
        var until = clock.instant().plus(pause);
        lane(connection)
                .quietUntil()
                .accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }

    private Lane lane(UUID connection) {
        return lanes.get(
                connection,
                id ->
                        new Lane(
                                new AtomicRateLimiter("calendly", config),
                                new AtomicReference<>(Instant.EPOCH)));
    }

    private record Lane(AtomicRateLimiter limiter, AtomicReference<Instant> quietUntil) {}
}
