package io.frontdesk.starter.events;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact, as CloudEvents 1.0 has it.
 *
 * @param id unique over all services; UUIDv7 for ours
 * @param source the service that tells it, for example {@code /payment-service}
 * @param type for example {@code io.frontdesk.knowledge.document-deleted}
 * @param subject what it is about, within the source; usually an id
 * @param tenantId whose fact it is; absent for the platform's own
 */
public record CloudEvent<T>(
        String id,
        String source,
        String type,
        @Nullable String subject,
        OffsetDateTime time,
        @Nullable UUID tenantId,
        T data) {
    <R> CloudEvent<R> withData(R other) {
        return new CloudEvent<>(id, source, type, subject, time, tenantId, other);
    }
}
