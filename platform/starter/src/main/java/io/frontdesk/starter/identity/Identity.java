package io.frontdesk.starter.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as the gateway attests it. A controller may declare it as a parameter.
 *
 * @param subject the user, key, client or service
 * @param tenant whose rows the call may see; absent for an operator who acts for none
 * @param roles {@code operator}, {@code owner}, {@code staff}, {@code visitor}, {@code service}
 * @param scopes for example {@code knowledge:read}
 */
public record Identity(
        String subject, @Nullable UUID tenant, Set<String> roles, Set<String> scopes) {
    public Identity {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
