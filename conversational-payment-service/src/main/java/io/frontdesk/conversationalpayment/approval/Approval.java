package io.frontdesk.conversationalpayment.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed payment above the threshold.
 *
 * @param status {@code open}, {@code approved}, {@code rejected} or {@code expired}
 * @param requestedBy the subject who confirmed; never the one who may decide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Approval(
        UUID id,
        UUID quoteId,
        Money amount,
        String status,
        String requestedBy,
        OffsetDateTime requestedAt,
        OffsetDateTime expiresAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String reason) {}
