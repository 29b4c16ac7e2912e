package io.frontdesk.gateway.edge;

import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.refusal.Refusals;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
class Edge {
    @Bean
    CorsConfigurationSource corsConfigurationSource(CorsProperties properties) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(
                List.of(
                        "Authorization",
                        "Content-Type",
                        "Accept",
                        "Idempotency-Key",
                        "If-None-Match",
                        "If-Match",
                        "X-Tenant-Id",
                        RequestId.HEADER));
        cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", RequestId.HEADER));
        cors.setMaxAge(Duration.ofHours(1));
        // No credentials: callers are known by a header that scripts set, never by a cookie.
        cors.setAllowCredentials(false);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }

    /** A path that two readers could understand in two ways is refused as a problem. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(Refusals refusals) {
        return (request, response, rejected) ->
                refusals.write(
                        response,
                        Refusal.of(
                                HttpStatus.BAD_REQUEST,
                                "malformed-request",
                                "Malformed request",
                                "The path or a header has characters that are not allowed."));
    }
}
