package io.frontdesk.gateway.tenant;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business on the platform.
 *
 * @param timeZone an IANA name
 * @param currency an ISO 4217 code
 */
public record Tenant(
        UUID id,
        String name,
        @Nullable String industry,
        String timeZone,
        String currency,
        OffsetDateTime createdAt) {}
