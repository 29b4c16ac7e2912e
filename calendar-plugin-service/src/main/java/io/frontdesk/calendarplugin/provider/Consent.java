package io.frontdesk.calendarplugin.provider;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider that is connected by its owner's consent (OAuth 2.0, RFC 6749, with PKCE, RFC 7636).
 */
public interface Consent {
    /** Where the owner's browser is sent. */
    URI address(String state, String codeChallenge, URI callback);

    Grant exchange(String code, String codeVerifier, URI callback);

    /**
     * Renews an access token.
     *
     * @throws io.frontdesk.calendarplugin.refusal.AccessRevoked when the owner took it back
     */
    Grant refresh(String refreshToken);

    /**
     * What the provider granted.
     *
     * @param refreshToken null when the provider keeps the one that we have
     */
    record Grant(String accessToken, @Nullable String refreshToken, Instant expiresAt) {
        @Override
        public String toString() {
            return "Grant[until " + expiresAt + "]";
        }
    }
}
