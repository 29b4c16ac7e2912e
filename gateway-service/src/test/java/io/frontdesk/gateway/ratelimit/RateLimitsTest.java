package io.frontdesk.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.ratelimit.RateLimitProperties.AddressLimit;
import io.frontdesk.gateway.ratelimit.RateLimitProperties.Limit;
import io.frontdesk.gateway.ratelimit.RateLimitProperties.TenantLimit;
import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.route.Access;
import io.frontdesk.gateway.route.Cost;
import io.frontdesk.gateway.route.RouteTable;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

class RateLimitsTest {
    private static final RateLimitProperties THREE =
            new RateLimitProperties(
                    new Limit(3, 1),
                    new TenantLimit(5, 1),
                    new AddressLimit(2, 1),
                    null,
                    Duration.ofMillis(50));
    private static final UUID TENANT = UUID.randomUUID();

    @Test
    void refusesAKeyThatIsTooFast() {
        var limits = new RateLimits(new MemoryBuckets(), THREE);
        for (int i = 0; i < 3; i++) {
            limits.check(access(Cost.READ), key("a"), "::1");
        }
        assertRefused(limits, key("a"), HttpStatus.TOO_MANY_REQUESTS);
        assertThatCode(() -> limits.check(access(Cost.READ), key("b"), "::1"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheKeysOfATenantThatTogetherAreTooFast() {
        var limits = new RateLimits(new MemoryBuckets(), THREE);
        for (int i = 0; i < 5; i++) {
            limits.check(access(Cost.READ), key("key" + i), "::1");
        }
        assertRefused(limits, key("another"), HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void refusesAnAddressThatIsTooFastWithoutCredential() {
        var limits = new RateLimits(new MemoryBuckets(), THREE);
        limits.check(access(Cost.PLAIN), null, "10.0.0.1");
        limits.check(access(Cost.PLAIN), null, "10.0.0.1");
        assertThatThrownBy(() -> limits.check(access(Cost.PLAIN), null, "10.0.0.1"))
                .isInstanceOf(Refusal.class);
        limits.check(access(Cost.PLAIN), null, "10.0.0.2");
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "PLAIN"})
    void goesOnWithoutALimiterWhereNothingIsSpent(Cost cost) {
        try (var away = redisThatIsAway()) {
            var limits = new RateLimits(away, THREE);
            assertThatCode(() -> limits.check(access(cost), key("a"), "::1"))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MODEL", "BOOKING", "MONEY"})
    void stopsWithoutALimiterWhatCosts(Cost cost) {
        try (var away = redisThatIsAway()) {
            var limits = new RateLimits(away, THREE);
            assertThatThrownBy(() -> limits.check(access(cost), key("a"), "::1"))
                    .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                    .matches(refusal -> refusal.status() == HttpStatus.SERVICE_UNAVAILABLE)
                    .matches(refusal -> refusal.type().equals("limiter-unavailable"));
        }
    }

    private static RedisBuckets redisThatIsAway() {
        return new RedisBuckets(URI.create("redis://127.0.0.1:1"), Duration.ofMillis(50));
    }

    private static void assertRefused(RateLimits limits, Caller caller, HttpStatus status) {
        assertThatThrownBy(() -> limits.check(access(Cost.READ), caller, "::1"))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .matches(refusal -> refusal.status() == status)
                .matches(refusal -> refusal.retryAfter() != null);
    }

    private static Access access(Cost cost) {
        return new Access(RouteTable.ROUTES.getFirst(), false, null, cost, null);
    }

    private static Caller key(String name) {
        return Caller.of(name, name, TENANT, Set.of(Role.OWNER), Set.of());
    }
}
