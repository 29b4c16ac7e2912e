package io.frontdesk.gateway.credential;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.access.Secrets;
import io.frontdesk.gateway.apikey.ApiKey;
import io.frontdesk.gateway.apikey.ApiKeys;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** API keys, found by the digest of their secret. */
@Component
class KeyCredentials {
    private static final Pattern WELL_FORMED = Pattern.compile("fd_[A-Za-z0-9_-]{37,100}");

    private final ApiKeys keys;
    private final Tenancy tenancy;
    private final Clock clock;

    KeyCredentials(ApiKeys keys, Tenancy tenancy, Clock clock) {
        this.keys = keys;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    Credential read(String secret) {
        if (!WELL_FORMED.matcher(secret).matches()) {
            return Credential.Refused.unknown("malformed-key");
        }
        var found = tenancy.asSystem(() -> keys.find(Secrets.digest(secret)));
        return found.map(this::read).orElseGet(() -> Credential.Refused.unknown("unknown-key"));
    }

    private Credential read(ApiKey key) {
        String id = "key:" + key.id();
        if (key.revokedAt() != null) {
            return new Credential.Refused("revoked-key", id, key.tenantId());
        }
        OffsetDateTime expires = key.expiresAt();
        if (expires != null && !clock.instant().isBefore(expires.toInstant())) {
            return new Credential.Refused("expired-key", id, key.tenantId());
        }
        Set<String> scopes = new HashSet<>(Role.scopes(key.roles()));
        if (key.scopes() != null) {
            scopes.retainAll(key.scopes());
        }
        return new Credential.Valid(
                Caller.of(id, id, key.tenantId(), key.roles(), scopes),
                expires == null ? null : expires.toInstant());
    }
}
