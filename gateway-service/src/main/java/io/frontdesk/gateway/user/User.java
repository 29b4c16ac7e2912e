package io.frontdesk.gateway.user;

import io.frontdesk.gateway.access.Role;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

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
