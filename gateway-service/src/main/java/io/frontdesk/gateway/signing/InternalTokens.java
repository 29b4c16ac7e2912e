package io.frontdesk.gateway.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontdesk.gateway.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The signed tokens that services trust, at most a minute old. One is used for all requests of a
 * credential until less than half of its life remains: a signature costs as much as a request.
 */
@Component
public class InternalTokens {
    public static final String ISSUER = "frontdesk-gateway";
    public static final String AUDIENCE = "frontdesk-services";
    public static final Duration LIFE = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(30);

    private final KeyRing keys;
    private final Clock clock;
    private final Cache<Holder, Minted> minted =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(LIFE).build();

    InternalTokens(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    private record Holder(String credential, @Nullable UUID tenant) {}

    private record Minted(Caller caller, String token, Instant reusedUntil) {}

    /** A token with at least half a minute to live. */
    public String of(Caller caller) {
        Holder holder = new Holder(caller.credential(), caller.tenant());
        Instant now = clock.instant();
        Minted known = minted.getIfPresent(holder);
        if (known == null || now.isAfter(known.reusedUntil()) || !known.caller().equals(caller)) {
            known = new Minted(caller, mint(caller, now), now.plus(LIFE).minus(REST));
            minted.put(holder, known);
        }
        return known.token();
    }

    private String mint(Caller caller, Instant now) {
        ECKey key = keys.signing();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(List.of(AUDIENCE))
                        .subject(caller.subject())
                        .claim("roles", caller.identity().roles().stream().sorted().toList())
                        .claim("scope", String.join(" ", caller.identity().scopes()))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString());
        if (caller.tenant() != null) {
            claims.claim("tenant", caller.tenant().toString());
        }
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build();
        var jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
