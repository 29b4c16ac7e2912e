package io.frontdesk.gateway.ratelimit;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are let in.
 *
 * @param perKey for one credential
 * @param perTenant for all credentials of a tenant together
 * @param perAddress for public operations, which have no credential
 * @param redis where the buckets are, when replicas share them; in memory when absent
 * @param redisTimeout after which Redis counts as unreadable
 */
@ConfigurationProperties("frontdesk.rate-limits")
record RateLimitProperties(
        @DefaultValue Limit perKey,
        @DefaultValue({}) TenantLimit perTenant,
        @DefaultValue({}) AddressLimit perAddress,
        @Nullable URI redis,
        @DefaultValue("100ms") Duration redisTimeout) {

    /** One bucket: its size, and what flows in per second. */
    record Limit(@DefaultValue("1200") long burst, @DefaultValue("600") long perSecond) {}

    /** A {@link Limit} with a tenant's defaults. */
    record TenantLimit(@DefaultValue("4000") long burst, @DefaultValue("2000") long perSecond) {
        Limit limit() {
            return new Limit(burst, perSecond);
        }
    }

    /** A {@link Limit} with an address's defaults. */
    record AddressLimit(@DefaultValue("100") long burst, @DefaultValue("50") long perSecond) {
        Limit limit() {
            return new Limit(burst, perSecond);
        }
    }
}
