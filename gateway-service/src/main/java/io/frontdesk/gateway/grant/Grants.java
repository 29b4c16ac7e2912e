package io.frontdesk.gateway.grant;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.Role;
import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.gateway.tenant.Tenants;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Nobody hands on more than they have, or for a tenant that is not theirs. */
@Component
public class Grants {
    private final Tenants tenants;

    Grants(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * What the caller may hand on of what was asked for.
     *
     * @param roles the caller's own when null; an owner's when an operator acts for a tenant
     * @param scopes all that the roles and the caller have when null
     * @param tenantId the tenant that the caller acts for when null
     */
    public Grant from(
            Caller caller,
            @Nullable Set<Role> roles,
            @Nullable Set<String> scopes,
            @Nullable UUID tenantId) {
        UUID tenant = tenantId == null ? caller.tenant() : tenantId;
        if (tenant != null && !mayActFor(caller, tenant)) {
            throw Refusal.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-tenant",
                    "No such tenant",
                    "There is no such tenant.");
        }
        Set<Role> granted = roles(caller, roles, tenant);
        return new Grant(tenant, granted, scopes(caller, granted, scopes));
    }

    private boolean mayActFor(Caller caller, UUID tenant) {
        return Objects.equals(tenant, caller.tenant())
                || (caller.isOperator() && tenants.exist(tenant));
    }

    private static Set<Role> roles(
            Caller caller, @Nullable Set<Role> wanted, @Nullable UUID tenant) {
        Set<Role> roles = wanted;
        if (roles == null) {
            roles = caller.isOperator() && tenant != null ? Set.of(Role.OWNER) : caller.roles();
        }
        if (!caller.covers(roles)) {
            throw Refusal.forbidden("A credential cannot have roles above those of its creator.");
        }
        boolean operator = roles.contains(Role.OPERATOR);
        if (tenant != null && operator) {
            throw Refusal.invalid(
                    "roles", "an operator's credential belongs to no tenant: leave the tenant out");
        }
        if (tenant == null && !operator) {
            throw Refusal.invalid("tenantId", "is needed for a credential with these roles");
        }
        return roles;
    }

    private static @Nullable Set<String> scopes(
            Caller caller, Set<Role> roles, @Nullable Set<String> wanted) {
        Set<String> own = caller.identity().scopes();
        Set<String> possible = Role.scopes(roles);
        if (wanted == null) {
            return own.containsAll(possible) ? null : common(own, possible);
        }
        if (!possible.containsAll(wanted)) {
            throw Refusal.invalid("scopes", "has some that these roles do not have");
        }
        if (!own.containsAll(wanted)) {
            throw Refusal.forbidden("A credential cannot have scopes that its creator has not.");
        }
        return wanted;
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }
}
