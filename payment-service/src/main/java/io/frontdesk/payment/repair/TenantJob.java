package io.frontdesk.payment.repair;

import java.util.UUID;

/** Whose job it is, and about what; as the id of the job in the queue. */
public record TenantJob(UUID tenant, UUID id) {
    private static final int LENGTH = 36;

    public static TenantJob parse(String text) {
        return new TenantJob(
                UUID.fromString(text.substring(0, LENGTH)),
                UUID.fromString(text.substring(LENGTH + 1)));
    }

    @Override
    public String toString() {
        return tenant + "/" + id;
    }
}
