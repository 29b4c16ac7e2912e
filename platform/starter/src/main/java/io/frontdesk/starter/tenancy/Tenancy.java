package io.frontdesk.starter.tenancy;

import io.frontdesk.starter.identity.Identity;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose rows this thread's transactions see: in a request the tenant of its identity, in background
 * work the one it was started for. A transaction takes the scope when it begins; a scope that is
 * set within one holds for that block, and then the outer one again.
 */
public final class Tenancy {
    private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

    private volatile Runnable rescope = () -> {};

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
        as(
                tenant,
                () -> {
                    work.run();
                    return tenant;
                });
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

    /** What tells a transaction that is already running about another scope. */
    void onRescope(Runnable action) {
        rescope = action;
    }

    private <T> T within(Scope scope, Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return ScopedValue.where(SCOPE, scope).call(work::get);
        }
        try {
            var result = ScopedValue.where(SCOPE, scope).call(() -> rescoped(work));
            rescope.run();
            return result;
        } catch (RuntimeException failure) {
            restoreAfter(failure);
            throw failure;
        }
    }

    private <T> T rescoped(Supplier<T> work) {
        rescope.run();
        return work.get();
    }

    private void restoreAfter(RuntimeException failure) {
        try {
            rescope.run();
        } catch (RuntimeException e) {
            // The failure has ended the transaction: nothing more runs in it under any scope.
            failure.addSuppressed(e);
        }
    }

    private static Optional<UUID> ofRequest() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Identity identity
                ? Optional.ofNullable(identity.tenant())
                : Optional.empty();
    }
}
