package io.frontdesk.starter.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** This service's own tokens, for work that no caller waits for. */
public final class ServiceTokens {
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final IdentityProperties properties;
    private final String service;
    private final RestClient http;
    private final Clock clock;
    private final Cache<Optional<UUID>, Issued> issued =
            Caffeine.newBuilder().maximumSize(10_000).build();

    ServiceTokens(IdentityProperties properties, String service, RestClient http, Clock clock) {
        this.properties = properties;
        this.service = service;
        this.http = http;
        this.clock = clock;
    }

    private record Issued(String token, Instant end) {}

    private record Answer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    /**
     * An internal token with the role {@code service}, or none where this service has no secret (it
     * runs alone).
     *
     * @param tenant for whom the work is done; null for work that concerns no tenant
     */
    public Optional<String> forTenant(@Nullable UUID tenant) {
        if (properties.clientSecret() == null) {
            return Optional.empty();
        }
        var key = Optional.ofNullable(tenant);
        var known = issued.getIfPresent(key);
        if (known == null || !clock.instant().isBefore(known.end().minus(MARGIN))) {
            known = fetch(key, properties.clientSecret());
            issued.put(key, known);
        }
        return Optional.of(known.token());
    }

    private Issued fetch(Optional<UUID> tenant, String secret) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        tenant.ifPresent(id -> form.add("tenant", id.toString()));
        var answer =
                http.post()
                        .uri(properties.tokenUri())
                        .headers(headers -> headers.setBasicAuth(service, secret))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(form)
                        .retrieve()
                        .requiredBody(Answer.class);
        return new Issued(answer.accessToken(), clock.instant().plusSeconds(answer.expiresIn()));
    }
}
