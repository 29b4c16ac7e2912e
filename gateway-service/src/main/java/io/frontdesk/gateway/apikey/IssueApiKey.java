package io.frontdesk.gateway.apikey;

import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.audit.AuditLog;
import io.frontdesk.gateway.grant.Grant;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/** Makes keys, each with its line in the audit log. */
@Component
public class IssueApiKey {
    private static final int HINT = 8;

    private final ApiKeys keys;
    private final AuditLog audit;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdGenerator ids;

    IssueApiKey(
            ApiKeys keys,
            AuditLog audit,
            Tenancy tenancy,
            TransactionTemplate transaction,
            Clock clock,
            IdGenerator ids) {
        this.keys = keys;
        this.audit = audit;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    IssuedApiKey fresh(String name, Grant grant, @Nullable OffsetDateTime expiresAt, String actor) {
        return issue(ApiKeys.newSecret(), name, grant, expiresAt, actor).orElseThrow();
    }

    /** Stores a key whose secret was made elsewhere; nothing happens when it is there already. */
    public Optional<IssuedApiKey> given(
            String secret, String name, @Nullable UUID tenant, Role role, String actor) {
        return issue(secret, name, new Grant(tenant, Set.of(role), null), null, actor);
    }

    private Optional<IssuedApiKey> issue(
            String secret,
            String name,
            Grant grant,
            @Nullable OffsetDateTime expiresAt,
            String actor) {
        ApiKey key =
                new ApiKey(
                        ids.generateId(),
                        grant.tenant(),
                        name,
                        secret.substring(0, HINT),
                        grant.roles(),
                        grant.scopes(),
                        actor,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        expiresAt,
                        null);
        boolean added = tenancy.asSystem(() -> transaction.execute(status -> store(key, secret)));
        return added ? Optional.of(new IssuedApiKey(key, secret)) : Optional.empty();
    }

    private boolean store(ApiKey key, String secret) {
        if (!keys.add(key, secret)) {
            return false;
        }
        audit.record(key.tenantId(), key.createdBy(), "api-key.created", key.id(), key.name());
        return true;
    }
}
