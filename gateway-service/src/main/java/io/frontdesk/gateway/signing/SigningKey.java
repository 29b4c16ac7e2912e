package io.frontdesk.gateway.signing;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair on P-256 and the times of its life. Published from its creation, it signs from {@code
 * signsFrom} until a younger one does, and is published until {@code retiresAt}.
 *
 * @param key without its private half where that could not be unsealed: then it only verifies
 */
record SigningKey(ECKey key, Instant signsFrom, @Nullable Instant retiresAt) {
    boolean signsAt(Instant now) {
        return key.isPrivate() && !signsFrom.isAfter(now);
    }

    boolean publishedAt(Instant now) {
        return retiresAt == null || retiresAt.isAfter(now);
    }
}
