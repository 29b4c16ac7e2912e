package io.frontdesk.admincustomerrag.erasure;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An erasure on its way. */
record Erasure(
        UUID id,
        UUID tenantId,
        String requestedBy,
        OffsetDateTime requestedAt,
        Step step,
        @Nullable UUID knowledgeId,
        int attempts,
        Map<String, Long> found,
        Map<String, Map<String, Long>> removed,
        @Nullable Boolean verified,
        @Nullable OffsetDateTime completedAt,
        @Nullable String receipt,
        @Nullable String digest) {}
