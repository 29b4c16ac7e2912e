package io.frontdesk.test.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Internal tokens as the gateway signs them, for apps under {@link TrustTestTokens}, and tokens
 * that every app must refuse. Each lives for a minute.
 */
public final class TestTokens {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LIFE = Duration.ofMinutes(1);
    static final ECKey KEY = key();
    private static final List<String> DOMAINS =
            List.of(
                    "knowledge",
                    "calendar",
                    "payments",
                    "conversational-payments",
                    "conversations",
                    "orders",
                    "workflows",
                    "agents",
                    "analytics",
                    "metrics",
                    "data",
                    "config",
                    "events",
                    "models");

    private TestTokens() {}

    /** The platform's operator, acting for no tenant. */
    public static String operator() {
        return mint("operator", null, List.of("operator"), scopes());
    }

    /** The platform's operator, acting for a tenant. */
    public static String operator(UUID tenant) {
        return mint("operator", tenant, List.of("operator"), scopes());
    }

    public static String owner(UUID tenant) {
        return mint("owner", tenant, List.of("owner"), scopes());
    }

    public static String staff(UUID tenant) {
        return mint("staff", tenant, List.of("staff"), "knowledge:read knowledge:write");
    }

    public static String visitor(UUID tenant) {
        return mint("visitor", tenant, List.of("visitor"), "knowledge:ask");
    }

    /** A service at work for a tenant, or for none. */
    public static String service(@Nullable UUID tenant) {
        return mint("service", tenant, List.of("service"), scopes());
    }

    /** A valid token; the scopes are separated by spaces. */
    public static String mint(
            String subject, @Nullable UUID tenant, List<String> roles, String scope) {
        return mint(claims ->
                claims.subject(subject)
                        .claim("tenant", tenant == null ? null : tenant.toString())
                        .claim("roles", roles)
                        .claim("scope", scope));
    }

    /** A valid token of no role, tenant or scope, changed as the test wishes. */
    public static String mint(Consumer<JWTClaimsSet.Builder> change) {
        return sign(KEY, claims(change));
    }

    /** Signed by a stranger's key that claims the gateway's key id. */
    public static String forged(UUID tenant) {
        return sign(key(), ownerClaims(tenant, claims -> {}));
    }

    public static String expired(UUID tenant) {
        var end = Date.from(CLOCK.instant().minus(Duration.ofMinutes(5)));
        return sign(KEY, ownerClaims(tenant, claims -> claims.expirationTime(end)));
    }

    /** Meant for another audience, as an access token of the console is. */
    public static String ofAnotherAudience(UUID tenant) {
        return sign(KEY, ownerClaims(tenant, claims -> claims.audience("frontdesk-console")));
    }

    public static String ofAnotherIssuer(UUID tenant) {
        return sign(KEY, ownerClaims(tenant, claims -> claims.issuer("https://issuer.invalid")));
    }

    /** Algorithm "none" (RFC 8725, section 2.1). */
    public static String unsigned(UUID tenant) {
        return new PlainJWT(ownerClaims(tenant, claims -> {})).serialize();
    }

    private static JWTClaimsSet ownerClaims(UUID tenant, Consumer<JWTClaimsSet.Builder> change) {
        return claims(claims -> {
            claims.claim("tenant", tenant.toString())
                    .claim("roles", List.of("owner"))
                    .claim("scope", scopes());
            change.accept(claims);
        });
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var now = CLOCK.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer("frontdesk-gateway")
                        .audience("frontdesk-services")
                        .subject("test")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString());
        change.accept(claims);
        return claims.build();
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KEY.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String scopes() {
        var domains =
                DOMAINS.stream().map(domain -> domain + ":read " + domain + ":write ").toList();
        return String.join("", domains)
                + "knowledge:ask payments:refund tenants:write keys:read keys:write fleet:read";
    }
}
