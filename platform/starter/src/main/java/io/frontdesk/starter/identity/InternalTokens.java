package io.frontdesk.starter.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/** Reads the gateway's internal token: ES256, at most a minute old, meant for services. */
final class InternalTokens implements Converter<Jwt, AbstractAuthenticationToken> {
    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Clocks of two machines differ by less; a token is at most a minute old. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    static JwtDecoder decoder(IdentityProperties properties, RestOperations http, Clock clock) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(properties.jwksUri().toString())
                        .restOperations(http)
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .build();
        var lifetime = new JwtTimestampValidator(SKEW);
        lifetime.setAllowEmptyExpiryClaim(false);
        lifetime.setClock(clock);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTypeValidator("at+jwt"),
                        lifetime,
                        new JwtIssuerValidator(properties.issuer()),
                        new JwtClaimValidator<List<String>>(
                                "aud", aud -> aud != null && aud.contains(properties.audience())),
                        new JwtClaimValidator<String>("sub", sub -> sub != null && !sub.isBlank()),
                        InternalTokens::checkTenant));
        return decoder;
    }

    /** Absent, or a UUID: anything else is no token of the gateway's. */
    private static OAuth2TokenValidatorResult checkTenant(Jwt jwt) {
        var tenant = jwt.getClaims().get("tenant");
        return tenant == null
                        || (tenant instanceof String text && UUID_TEXT.matcher(text).matches())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
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
