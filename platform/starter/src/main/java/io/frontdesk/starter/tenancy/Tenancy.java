package io.frontdesk.starter.tenancy;

import io.frontdesk.starter.identity.Identity;

import org.springframework.security.core.context.SecurityContextHolder;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Whose rows this thread's transactions see: in a request the tenant of its identity, in background
 * work the one it was started for. Set the scope outside the transaction; it is read when a
 * transaction begins.
 */
public final class Tenancy {
    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private record Scope(Optional<UUID> tenant, boolean system) {}

    /** The tenant, or none: then row-level security shows nothing. */
    public Optional<UUID> current() {
        return SCOPE.isBound() ? SCOPE.get().tenant() : ofRequest();
    }

    /**
     * The tenant, where the work makes no sense without one.
     *
     * @throws NoTenant when the caller acts for no tenant
     */
    public UUID require() {
        return current().orElseThrow(NoTenant::new);
    }

    /** Does background work for one tenant. */
    public <T> T as(UUID tenant, Supplier<T> work) {
        return within(new Scope(Optional.of(tenant), false), work);
    }

    /** Does background work for one tenant. */
    public void as(UUID tenant, Runnable work) {
        ScopedValue.where(SCOPE, new Scope(Optional.of(tenant), false)).run(work);
    }

    /**
     * Does work across tenants. Only tables whose policy names {@code app.system} show their rows
     * to it.
     */
    public <T> T asSystem(Supplier<T> work) {
        return within(new Scope(Optional.empty(), true), work);
    }

    boolean system() {
        return SCOPE.isBound() && SCOPE.get().system();
    }

    private static <T> T within(Scope scope, Supplier<T> work) {
        return ScopedValue.where(SCOPE, scope).call(work::get);
    }

    private static Optional<UUID> ofRequest() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Identity identity
                ? Optional.ofNullable(identity.tenant())
                : Optional.empty();
    }
}
