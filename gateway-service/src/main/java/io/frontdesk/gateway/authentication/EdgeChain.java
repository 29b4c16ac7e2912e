package io.frontdesk.gateway.authentication;

import io.frontdesk.gateway.audit.FailedAttempts;
import io.frontdesk.gateway.audit.RefusedRequests;
import io.frontdesk.gateway.credential.Credentials;
import io.frontdesk.gateway.edge.BodyLimitFilter;
import io.frontdesk.gateway.ratelimit.RateLimitFilter;
import io.frontdesk.gateway.ratelimit.RateLimits;
import io.frontdesk.gateway.refusal.Refusals;
import io.frontdesk.gateway.route.Routes;
import io.frontdesk.gateway.tenant.Tenants;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What stands before everything but the authorization server: few filters, and no session. */
@Configuration(proxyBeanMethods = false)
class EdgeChain {
    /** A span for every filter would cost more than the filters, and tells nothing. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(3)
    SecurityFilterChain edgeFilterChain(
            HttpSecurity http,
            Routes routes,
            Credentials credentials,
            Tenants tenants,
            FailedAttempts attempts,
            RefusedRequests refused,
            Refusals refusals,
            RateLimits limits,
            Clock clock) {
        var gate = new Gate(routes, credentials, tenants, attempts, refused, refusals, clock);
        return http.cors(Customizer.withDefaults())
                .headers(headers ->
                        headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(c ->
                        c.securityContextRepository(
                                new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .addFilterBefore(gate, ExceptionTranslationFilter.class)
                .addFilterBefore(
                        new RateLimitFilter(limits, refusals), ExceptionTranslationFilter.class)
                .addFilterBefore(new BodyLimitFilter(refusals), ExceptionTranslationFilter.class)
                .build();
    }
}
