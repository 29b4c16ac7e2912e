package io.frontdesk.gateway.ratelimit;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.ratelimit.RateLimitProperties.Limit;
import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.route.Access;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Decides whether a request comes too soon after its like. */
@Component
public class RateLimits {
    private static final Logger log = LoggerFactory.getLogger(RateLimits.class);

    private final Buckets buckets;
    private final Limit perKey;
    private final Limit perTenant;
    private final Limit perAddress;

    RateLimits(Buckets buckets, RateLimitProperties properties) {
        this.buckets = buckets;
        this.perKey = properties.perKey();
        this.perTenant = properties.perTenant().limit();
        this.perAddress = properties.perAddress().limit();
    }

    /**
     * Takes a token from each bucket that the request draws on.
     *
     * @param caller absent for a public operation
     * @throws Refusal 429 when it is too soon; 503 when nobody knows and the request costs
     */
    public void check(Access access, @Nullable Caller caller, String address) {
        try {
            if (caller == null) {
                take("address:" + address, perAddress, "address");
                return;
            }
            take(caller.credential(), perKey, "credential");
            UUID tenant = caller.tenant();
            if (tenant != null) {
                take("tenant:" + tenant, perTenant, "tenant");
            }
        } catch (BucketsUnreadable e) {
            log.warn("The rate limiter cannot be read: {}", String.valueOf(e.getMessage()));
            if (access.cost().stopsWithoutLimiter()) {
                throw unreadable();
            }
        }
    }

    private void take(String name, Limit limit, String whose) {
        long wait = buckets.take(name, limit);
        if (wait > 0) {
            throw Refusal.later(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "rate-limited",
                    "Too many requests",
                    "This %s may send %d requests a second: wait and try again."
                            .formatted(whose, limit.perSecond()),
                    Duration.ofNanos(wait));
        }
    }

    private static Refusal unreadable() {
        return Refusal.later(
                HttpStatus.SERVICE_UNAVAILABLE,
                "limiter-unavailable",
                "Limiter unavailable",
                "Limits cannot be checked, so nothing that costs is done: try again.",
                Duration.ofSeconds(5));
    }
}
