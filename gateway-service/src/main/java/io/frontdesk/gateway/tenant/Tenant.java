package io.frontdesk.gateway.tenant;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.UUID;

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
