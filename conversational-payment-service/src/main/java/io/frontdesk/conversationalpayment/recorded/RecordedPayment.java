package io.frontdesk.conversationalpayment.recorded;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment, and for whom it was. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedPayment(
        UUID id,
        String status,
        Money amount,
        Money captured,
        Money refunded,
        @Nullable String provider,
        @Nullable String reference,
        @Nullable UUID quoteId,
        @Nullable UUID linkId,
        @Nullable String conversationId,
        @Nullable String visitorName,
        @Nullable String visitorEmail,
        @Nullable String failureCode,
        boolean disputed,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime capturedAt) {}
