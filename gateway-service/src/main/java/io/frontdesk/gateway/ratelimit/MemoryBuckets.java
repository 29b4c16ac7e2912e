package io.frontdesk.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.gateway.ratelimit.RateLimitProperties.Limit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Buckets of this process alone: with several replicas, each lets the whole limit through. */
class MemoryBuckets implements Buckets {
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(200_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    @Override
    public long take(String name, Limit limit) {
        Bucket bucket = buckets.get(name, absent -> bucket(limit));
        return bucket.tryConsume(1)
                ? 0
                : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    private static Bucket bucket(Limit limit) {
        return Bucket.builder().addLimit(bandwidth(limit)).build();
    }

    static Bandwidth bandwidth(Limit limit) {
        return Bandwidth.builder()
                .capacity(limit.burst())
                .refillGreedy(limit.perSecond(), Duration.ofSeconds(1))
                .build();
    }
}
