package io.frontdesk.starter.client;

import io.frontdesk.starter.identity.IdentityAutoConfiguration;
import io.frontdesk.starter.identity.ServiceTokens;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Gives every {@code @ImportHttpServices} group the fleet's manners. The group's name is the name
 * of the service, which Spring Cloud LoadBalancer finds in the registry or, without one, on its
 * port of this machine; time-outs are Boot's {@code spring.http.serviceclient.<group>.*}. Groups
 * whose name does not end in {@code -service} are left alone.
 */
@AutoConfiguration(after = {IdentityAutoConfiguration.class, TenancyAutoConfiguration.class})
@ConditionalOnBean({ServiceTokens.class, Tenancy.class})
@ConditionalOnProperty(name = "frontdesk.client.enabled", matchIfMissing = true)
public class ClientAutoConfiguration {
    private static final CircuitBreakerConfig CIRCUIT =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build();

    @Bean
    RestClientHttpServiceGroupConfigurer fleetManners(ServiceTokens tokens, Tenancy tenancy) {
        var circuits = CircuitBreakerRegistry.of(CIRCUIT);
        var token = new CallerToken(tokens, tenancy);
        return groups ->
                groups.filter(ClientAutoConfiguration::isOfTheFleet)
                        .forEachClient((group, client) -> {
                            var call =
                                    new ServiceCall(
                                            group.name(), circuits.circuitBreaker(group.name()));
                            // The token first, once for all retries; then each retry chooses an
                            // instance anew.
                            client.requestInterceptors(all -> all.addAll(0, List.of(token, call)));
                        });
    }

    /** A group of another name is somebody else's server, which must never see our tokens. */
    private static boolean isOfTheFleet(HttpServiceGroup group) {
        return group.name().endsWith("-service");
    }
}
