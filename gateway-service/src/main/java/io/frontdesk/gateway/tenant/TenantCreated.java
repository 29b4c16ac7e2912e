package io.frontdesk.gateway.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the fleet that there is a new tenant. */
record TenantCreated(
        UUID id, String name, String timeZone, String currency, @Nullable String industry) {
    static final String TYPE = "io.frontdesk.identity.tenant-created";

    static TenantCreated of(Tenant tenant) {
        return new TenantCreated(
                tenant.id(),
                tenant.name(),
                tenant.timeZone(),
                tenant.currency(),
                tenant.industry());
    }
}
