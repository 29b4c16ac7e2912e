package io.frontdesk.gateway.user;

import io.frontdesk.gateway.access.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who may sign in. */
public record User(
        UUID id,
        @Nullable UUID tenantId,
        String username,
        String passwordHash,
        Set<Role> roles,
        boolean enabled) {
    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
