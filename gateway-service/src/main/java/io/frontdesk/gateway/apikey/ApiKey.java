package io.frontdesk.gateway.apikey;

import io.frontdesk.gateway.access.Role;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param hint the first characters, by which its holder recognises it
 * @param scopes narrows what the roles allow; absent when it does not
 */
public record ApiKey(
        UUID id,
        @Nullable UUID tenantId,
        String name,
        String hint,
        Set<Role> roles,
        @Nullable Set<String> scopes,
        String createdBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime expiresAt,
        @Nullable OffsetDateTime revokedAt) {}
