package io.frontdesk.gateway.credential;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.credential.TrustedIssuersProperties.Issuer;
import io.frontdesk.gateway.tenant.Tenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/** Tokens of other OpenID Connect issuers that the installation trusts. */
@Component
@EnableConfigurationProperties(TrustedIssuersProperties.class)
class TrustedIssuers {
    private final Tenants tenants;
    private final Map<String, Issuer> issuers = new HashMap<>();
    private final Map<String, JwtDecoder> decoders = new HashMap<>();

    TrustedIssuers(TrustedIssuersProperties properties, Tenants tenants) {
        this.tenants = tenants;
        for (Issuer issuer : properties.trusted()) {
            issuers.put(issuer.issuer(), issuer);
            // Lazily: an issuer that is down must not keep the gateway from starting.
            decoders.put(issuer.issuer(), new SupplierJwtDecoder(() -> decoder(issuer)));
        }
    }

    Credential read(String issuer, String token) {
        Issuer known = issuers.get(issuer);
        JwtDecoder decoder = decoders.get(issuer);
        if (known == null || decoder == null) {
            return Credential.Refused.unknown("unknown-issuer");
        }
        try {
            return read(known, decoder.decode(token));
        } catch (JwtException e) {
            return Credential.Refused.unknown("invalid-token");
        }
    }

    private Credential read(Issuer issuer, Jwt jwt) {
        Set<Role> roles = Role.known(claimed(jwt, issuer.rolesClaim()));
        roles.retainAll(issuer.roles());
        String subject = issuer.issuer() + "|" + jwt.getSubject();
        if (roles.isEmpty()) {
            return new Credential.Refused("no-role", subject, null);
        }
        UUID tenant = issuer.tenant() == null ? tenant(jwt, issuer) : issuer.tenant();
        boolean operator = roles.contains(Role.OPERATOR);
        if ((tenant == null && !operator) || (tenant != null && !tenants.exist(tenant))) {
            return new Credential.Refused("no-tenant", subject, null);
        }
        return new Credential.Valid(
                Caller.of(subject, subject, tenant, roles, Role.scopes(roles)), jwt.getExpiresAt());
    }

    private static List<String> claimed(Jwt jwt, String claim) {
        return Objects.requireNonNullElse(jwt.getClaimAsStringList(claim), List.of());
    }

    private static @Nullable UUID tenant(Jwt jwt, Issuer issuer) {
        try {
            String claimed = jwt.getClaimAsString(issuer.tenantClaim());
            return claimed == null ? null : UUID.fromString(claimed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static JwtDecoder decoder(Issuer issuer) {
        var keys =
                issuer.jwksUri() == null
                        ? NimbusJwtDecoder.withIssuerLocation(issuer.issuer())
                        : NimbusJwtDecoder.withJwkSetUri(issuer.jwksUri().toString());
        NimbusJwtDecoder decoder = keys.discoverJwsAlgorithms().validateType(false).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(),
                        new JwtIssuerValidator(issuer.issuer()),
                        new JwtClaimValidator<List<String>>(
                                "aud", aud -> aud != null && aud.contains(issuer.audience()))));
        return decoder;
    }
}
