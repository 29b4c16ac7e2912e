package io.frontdesk.conversationalpayment.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.conversationalpayment.receiptdocument.ReceiptContent;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A receipt or credit note as it was issued; it never changes.
 *
 * @param kind {@code receipt} or {@code credit_note}
 * @param number for example {@code 2026-000001} or {@code CN-2026-000001}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        UUID id,
        String kind,
        String number,
        UUID paymentId,
        @Nullable UUID quoteId,
        Money amount,
        ReceiptContent content,
        OffsetDateTime issuedAt) {}
