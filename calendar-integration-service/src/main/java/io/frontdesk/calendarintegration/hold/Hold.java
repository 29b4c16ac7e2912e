package io.frontdesk.calendarintegration.hold;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A slot that is kept for somebody until a deadline.
 *
 * @param resourceId that serves
 * @param resourceIds all that are taken, the one that serves first
 */
public record Hold(
        UUID id,
        HoldStatus status,
        OffsetDateTime expiresAt,
        UUID offeringId,
        UUID resourceId,
        List<UUID> resourceIds,
        OffsetDateTime start,
        OffsetDateTime end) {}
