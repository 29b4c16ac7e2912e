package io.frontdesk.gateway.signing;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys in use. Every replica reads them from the database and picks by time, so all of them
 * change to a new key at the same moment, long after each has published it.
 */
@Component
public class KeyRing implements JWKSource<SecurityContext>, InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final SigningKeys stored;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SigningProperties properties;
    private volatile List<SigningKey> keys = List.of();

    KeyRing(
            SigningKeys stored,
            TransactionTemplate transaction,
            Clock clock,
            SigningProperties properties) {
        this.stored = stored;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        turnOver();
    }

    @Scheduled(
            fixedDelayString = "${frontdesk.signing.refresh:30s}",
            initialDelayString = "${frontdesk.signing.refresh:30s}")
    void refresh() {
        try {
            turnOver();
        } catch (RuntimeException e) {
            log.warn("Signing keys could not be read; the ones in memory stay in use", e);
        }
    }

    /** The key that signs now. */
    ECKey signing() {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> key.signsAt(now))
                .findFirst()
                .map(SigningKey::key)
                .orElseThrow(() -> new IllegalStateException("No signing key"));
    }

    /** All public keys by which a token that is still valid may be verified. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        Instant now = clock.instant();
        List<JWK> published =
                keys.stream()
                        .filter(key -> key.publishedAt(now))
                        .<JWK>map(key -> key.key().toPublicJWK())
                        .toList();
        return selector.select(new JWKSet(published));
    }

    /** Reads the keys, and makes the next one when the current one has signed long enough. */
    void turnOver() {
        // A row keeps microseconds: rounded up, a new key would not sign yet.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<SigningKey> known = stored.published(now);
        keys = due(known, now) ? transaction.execute(status -> makeNext(now)) : known;
    }

    private List<SigningKey> makeNext(Instant now) {
        stored.lock();
        List<SigningKey> known = stored.published(now);
        if (!due(known, now)) {
            return known;
        }
        boolean none = known.stream().noneMatch(key -> key.signsAt(now));
        Instant signsFrom = none ? now : now.plus(properties.lead());
        SigningKey next = stored.create(now, signsFrom);
        stored.retireOlderThan(next, signsFrom.plus(properties.retention()));
        log.info("Signing key {} signs from {}", next.key().getKeyID(), signsFrom);
        return stored.published(now);
    }

    private boolean due(List<SigningKey> known, Instant now) {
        return known.stream()
                .filter(key -> key.key().isPrivate())
                .allMatch(key -> key.signsFrom().plus(properties.rotation()).isBefore(now));
    }
}
