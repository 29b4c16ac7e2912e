package io.frontdesk.gateway.credential;

import io.frontdesk.gateway.access.Role;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** OpenID Connect issuers besides the gateway itself. */
@ConfigurationProperties("frontdesk.identity-providers")
@Validated
record TrustedIssuersProperties(@DefaultValue List<Issuer> trusted) {
    /**
     * One issuer whose tokens are accepted.
     *
     * @param audience that its tokens must name: the gateway's client id there
     * @param jwksUri found through the issuer's metadata when absent
     * @param tenant of everybody who comes from there; read from {@code tenantClaim} when absent
     * @param roles the most that its tokens can give, whatever they claim
     */
    record Issuer(
            @NotBlank String issuer,
            @NotBlank String audience,
            @Nullable URI jwksUri,
            @Nullable UUID tenant,
            @DefaultValue("tenant") String tenantClaim,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("staff") Set<Role> roles) {}
}
