package io.frontdesk.starter.client;

import io.frontdesk.starter.identity.IdentityAutoConfiguration;
import io.frontdesk.starter.identity.ServiceTokens;
import io.frontdesk.starter.tenancy.Tenancy;
import io.frontdesk.starter.tenancy.TenancyAutoConfiguration;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

import java.time.Duration;

/**
 * Gives every {@code @ImportHttpServices} group the fleet's manners. The group's name is the name
 * of the service, which Spring Cloud LoadBalancer finds in the registry or, without one, on its
 * port of this machine; time-outs are Boot's {@code spring.http.serviceclient.<group>.*}.
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
                groups.forEachClient((group, client) ->
                        client.requestInterceptors(interceptors -> {
                            // Outermost, so that a retry chooses an instance anew.
                            interceptors.addFirst(token);
                            interceptors.addFirst(
                                    new ServiceCall(
                                            group.name(), circuits.circuitBreaker(group.name())));
                        }));
    }
}
