package io.frontdesk.starter.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies a token's signature once. The gateway sends the same token with every request of a
 * caller until it ends, and a signature costs more than the rest of a small request.
 */
final class RememberedTokens implements JwtDecoder {
    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) throws JwtValidationException {
        var known = verified.getIfPresent(token);
        if (known != null) {
            var end = known.getExpiresAt();
            if (end != null && clock.instant().isBefore(end)) {
                return known;
            }
            verified.invalidate(token);
        }
        var jwt = decoder.decode(token);
        verified.put(token, jwt);
        return jwt;
    }
}
