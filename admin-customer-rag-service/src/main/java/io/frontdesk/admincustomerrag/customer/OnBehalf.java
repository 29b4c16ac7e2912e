package io.frontdesk.admincustomerrag.customer;

import io.frontdesk.starter.tenancy.Tenancy;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Acts for a tenant with this service's own token, whoever asked: an operator's token names another
 * tenant or none, and internal operations want the role {@code service}.
 */
@Component
public class OnBehalf {

    private final Tenancy tenancy;

    OnBehalf(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    public <T> T of(UUID tenant, Supplier<T> work) {
        var caller = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return tenancy.as(tenant, work);
        } finally {
            SecurityContextHolder.setContext(caller);
        }
    }
}
