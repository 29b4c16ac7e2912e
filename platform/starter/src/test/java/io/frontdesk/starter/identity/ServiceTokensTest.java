package io.frontdesk.starter.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontdesk.starter.time.MovableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

class ServiceTokensTest {
    private static final UUID TENANT = SigningGateway.TENANT;

    private final SigningGateway gateway = SigningGateway.start();
    private final MovableClock clock = new MovableClock(Clock.systemUTC().instant());
    private final ServiceTokens tokens = tokens("a secret");

    @AfterEach
    void stopTheGateway() {
        gateway.stop();
    }

    @Test
    void asksAsTheServiceForTheTenant() {
        assertThat(tokens.forTenant(TENANT)).contains("own-1");
        assertThat(gateway.tokenRequests())
                .containsExactly(
                        "Basic "
                                + HttpHeaders.encodeBasicAuth("probe-service", "a secret", null)
                                + " grant_type=client_credentials&tenant="
                                + TENANT);
    }

    @Test
    void asksForNoTenantWhereTheWorkConcernsNone() {
        tokens.forTenant(null);
        assertThat(gateway.tokenRequests().getFirst()).endsWith(" grant_type=client_credentials");
    }

    @Test
    void keepsOneTokenPerTenant() {
        var other = UUID.randomUUID();
        assertThat(tokens.forTenant(TENANT)).contains("own-1");
        assertThat(tokens.forTenant(other)).contains("own-2");
        assertThat(tokens.forTenant(null)).contains("own-3");
        assertThat(tokens.forTenant(TENANT)).contains("own-1");
        assertThat(tokens.forTenant(null)).contains("own-3");
    }

    @Test
    void renewsATokenBeforeItEnds() {
        tokens.forTenant(TENANT);
        clock.advance(Duration.ofSeconds(44));
        assertThat(tokens.forTenant(TENANT)).contains("own-1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.forTenant(TENANT)).contains("own-2");
    }

    @Test
    void hasNoneWhereTheServiceHasNoSecret() {
        assertThat(tokens(null).forTenant(TENANT)).isEmpty();
        assertThat(gateway.tokenRequests()).isEmpty();
    }

    @Test
    void failsWhenTheGatewayRefusesAndAsksAgainNextTime() {
        gateway.answerWith(401);
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(() -> tokens.forTenant(TENANT));
        gateway.answerWith(200);
        assertThat(tokens.forTenant(TENANT)).contains("own-2");
    }

    private ServiceTokens tokens(@Nullable String secret) {
        var properties =
                new IdentityProperties(
                        true,
                        IdentityProperties.Mode.TOKEN,
                        "frontdesk-gateway",
                        "frontdesk-services",
                        URI.create(gateway.keysUrl()),
                        URI.create(gateway.tokenUrl()),
                        secret,
                        UUID.randomUUID());
        return new ServiceTokens(properties, "probe-service", RestClient.create(), clock);
    }
}
