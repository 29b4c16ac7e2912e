package io.frontdesk.admincustomerrag.customer;

import io.frontdesk.starter.events.CloudEvent;
import io.frontdesk.starter.events.OnEvent;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hears of tenants from the gateway, so that their usage is measured from the first day. */
@Component
class NewTenants {

    private final Customers customers;

    NewTenants(Customers customers) {
        this.customers = customers;
    }

    @OnEvent("io.frontdesk.identity.tenant-created")
    void created(CloudEvent<Created> event) {
        if (event.tenantId() != null) {
            customers.note();
        }
    }

    record Created(UUID id) {}
}
