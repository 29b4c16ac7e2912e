package io.frontdesk.starter.identity;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the gateway's internal token: ES256, at most a minute old, meant for services. */
final class InternalTokens implements Converter<Jwt, AbstractAuthenticationToken> {
    static JwtDecoder decoder(IdentityProperties properties) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(properties.jwksUri().toString())
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTypeValidator("at+jwt"),
                        new JwtTimestampValidator(),
                        new JwtIssuerValidator(properties.issuer()),
                        new JwtClaimValidator<List<String>>(
                                "aud", aud -> aud != null && aud.contains(properties.audience()))));
        return decoder;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        var tenant = Optional.ofNullable(jwt.getClaimAsString("tenant")).map(UUID::fromString);
        var roles = Optional.ofNullable(jwt.getClaimAsStringList("roles")).orElse(List.of());
        var scope = Optional.ofNullable(jwt.getClaimAsString("scope")).orElse("");
        var identity =
                new Identity(
                        Objects.requireNonNull(jwt.getSubject(), "sub"),
                        tenant.orElse(null),
                        Set.copyOf(roles),
                        scope.isBlank() ? Set.of() : Set.of(scope.strip().split("\\s+")));
        return new IdentityAuthentication(identity, jwt.getTokenValue());
    }
}
