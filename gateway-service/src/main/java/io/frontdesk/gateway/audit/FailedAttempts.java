package io.frontdesk.gateway.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Slows down who guesses: after some failures within a minute, further tries are not looked at. */
@Component
public class FailedAttempts {
    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    /** Whether this one failed more often than that within a minute. */
    public boolean tooMany(String who, int allowed) {
        AtomicInteger count = failures.getIfPresent(who);
        return count != null && count.get() >= allowed;
    }

    public void failed(String who) {
        failures.get(who, unknown -> new AtomicInteger()).incrementAndGet();
    }
}
