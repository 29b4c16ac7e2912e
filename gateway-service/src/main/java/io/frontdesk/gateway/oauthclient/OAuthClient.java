package io.frontdesk.gateway.oauthclient;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.frontdesk.gateway.access.Role;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client of a tenant; its id is its OAuth {@code client_id}. */
public record OAuthClient(
        UUID id,
        @Nullable UUID tenantId,
        String name,
        @JsonIgnore String secretHash,
        Set<Role> roles,
        Set<String> scopes,
        String createdBy,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime revokedAt) {
    @Override
    public String toString() {
        return "OAuthClient[" + id + "]";
    }
}
