package io.frontdesk.gateway.audit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param actor the subject that did it
 * @param action for example {@code api-key.created}
 * @param target the id of what it was done to
 * @param address where the request came from, if it was one
 */
record AuditEntry(
        UUID id,
        OffsetDateTime at,
        @Nullable UUID tenantId,
        String actor,
        String action,
        String target,
        String detail,
        @Nullable String address,
        @Nullable String requestId) {}
