package io.frontdesk.conversationalpayment.quote;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A promise and how far it has come. */
public record Quote(
        Promise promise,
        String hash,
        OffsetDateTime createdAt,
        QuoteStatus status,
        @Nullable UUID paymentId,
        @Nullable Failure failure) {

    /** Why it was not paid. */
    public record Failure(String code, String message) {}

    public UUID id() {
        return promise.id();
    }

    public Money total() {
        return promise.total();
    }

    /** Whether another payment method may be tried: the promise stands, only the payment failed. */
    public boolean retryable(Instant now) {
        return status == QuoteStatus.FAILED
                && now.isBefore(promise.expiresAt().toInstant())
                && (failure == null || !failure.code().startsWith("quote-"));
    }

    /** The status now: an open quote whose time is over has expired without being touched. */
    public QuoteStatus status(Instant now) {
        return status == QuoteStatus.OPEN && !now.isBefore(promise.expiresAt().toInstant())
                ? QuoteStatus.EXPIRED
                : status;
    }
}
