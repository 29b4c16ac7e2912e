package io.frontdesk.gateway.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.gateway.access.Secrets;
import io.frontdesk.gateway.apikey.ApiKeyRevoked;
import io.frontdesk.gateway.apikey.ApiKeys;
import io.frontdesk.gateway.oauthclient.OAuthClientRevoked;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers for a few seconds what a credential turned out to be. A revocation takes effect at once
 * here, and after {@link #MEMORY} at the latest in other replicas.
 */
@Component
public class Credentials {
    static final Duration MEMORY = Duration.ofSeconds(5);

    private final KeyCredentials keys;
    private final TokenCredentials tokens;
    // By digest, so that a dump of the memory holds no secrets.
    private final Cache<String, Credential> remembered =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(MEMORY).build();

    Credentials(KeyCredentials keys, TokenCredentials tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** What is known without asking the database. */
    public @Nullable Credential remembered(String presented) {
        return remembered.getIfPresent(Secrets.digest(presented));
    }

    /** What it is, looked up if it is not remembered. */
    public Credential find(String presented) {
        return remembered.get(
                Secrets.digest(presented),
                digest ->
                        presented.startsWith(ApiKeys.PREFIX)
                                ? keys.read(presented)
                                : tokens.read(presented));
    }

    @EventListener
    void forget(ApiKeyRevoked revoked) {
        forget("key:" + revoked.id());
    }

    @EventListener
    void forget(OAuthClientRevoked revoked) {
        forget("client:" + revoked.id());
    }

    private void forget(String subject) {
        remembered
                .asMap()
                .values()
                .removeIf(credential ->
                        credential instanceof Credential.Valid valid
                                && valid.caller().subject().equals(subject));
    }
}
