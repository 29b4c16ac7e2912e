package io.frontdesk.gateway.grant;

import io.frontdesk.gateway.access.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new credential may do.
 *
 * @param tenant absent for an operator's credential
 * @param scopes narrows what the roles allow; absent when it does not
 */
public record Grant(@Nullable UUID tenant, Set<Role> roles, @Nullable Set<String> scopes) {
    public Set<String> effectiveScopes() {
        return scopes == null ? Role.scopes(roles) : scopes;
    }
}
