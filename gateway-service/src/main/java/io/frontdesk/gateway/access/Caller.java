package io.frontdesk.gateway.access;

import io.frontdesk.starter.identity.Identity;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever presented a credential.
 *
 * @param identity what the services will be told
 * @param credential which credential it was, for buckets and caches; never the secret itself
 */
public record Caller(Identity identity, String credential, Set<Role> roles) {

    /**
     * Makes a caller.
     *
     * @param subject {@code key:<id>}, {@code user:<name>} or {@code client:<id>}
     * @param tenant the tenant acted for; absent for an operator who named none
     * @param scopes what the credential allows, never more than its roles do
     */
    public static Caller of(
            String subject,
            String credential,
            @Nullable UUID tenant,
            Set<Role> roles,
            Set<String> scopes) {
        return new Caller(
                new Identity(subject, tenant, Role.words(roles), scopes),
                credential,
                Set.copyOf(roles));
    }

    public String subject() {
        return identity.subject();
    }

    public @Nullable UUID tenant() {
        return identity.tenant();
    }

    public boolean isOperator() {
        return roles.contains(Role.OPERATOR);
    }

    public boolean may(String scope) {
        return identity.scopes().contains(scope);
    }

    /** Whether this caller may hand out all of these roles. */
    public boolean covers(Collection<Role> others) {
        return others.stream()
                .allMatch(other -> roles.stream().anyMatch(role -> role.covers(other)));
    }

    public Caller actingFor(UUID tenant) {
        return of(subject(), credential, tenant, roles, identity.scopes());
    }
}
