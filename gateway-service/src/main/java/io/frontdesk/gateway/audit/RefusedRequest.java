package io.frontdesk.gateway.audit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one kind that were turned away within a few seconds.
 *
 * @param reason for example {@code revoked-key}
 * @param credential the key's id where it is known, else what kind of credential it was
 * @param path the path of the first of them, without its query
 */
record RefusedRequest(
        UUID id,
        OffsetDateTime firstAt,
        OffsetDateTime lastAt,
        @Nullable UUID tenantId,
        String reason,
        String credential,
        String address,
        String path,
        long count) {}
