package io.frontdesk.starter.identity;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom this service believes.
 *
 * @param enabled off where an app brings its own security (the gateway)
 * @param mode {@code token}, or {@code local}: every request is trusted; on loopback only
 * @param issuer of the internal token
 * @param audience of the internal token
 * @param jwksUri where the gateway publishes its keys
 * @param tokenUri where this service gets a token for background work
 * @param clientSecret this service's own secret at {@code tokenUri}
 * @param localTenant the tenant of every request in local mode
 */
@ConfigurationProperties("frontdesk.identity")
record IdentityProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("token") Mode mode,
        @DefaultValue("frontdesk-gateway") String issuer,
        @DefaultValue("frontdesk-services") String audience,
        @DefaultValue("http://localhost:8000/oauth2/jwks") URI jwksUri,
        @DefaultValue("http://localhost:8000/oauth2/token") URI tokenUri,
        @Nullable String clientSecret,
        @DefaultValue("01930000-0000-7000-8000-000000000001") UUID localTenant) {
    enum Mode {
        TOKEN,
        LOCAL
    }
}
