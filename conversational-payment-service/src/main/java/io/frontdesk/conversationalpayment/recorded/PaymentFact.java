package io.frontdesk.conversationalpayment.recorded;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The data of every {@code io.frontdesk.payment.*} event. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PaymentFact(
        UUID paymentId,
        String status,
        Money amount,
        @Nullable Money captured,
        @Nullable Money refunded,
        @Nullable String provider,
        @Nullable String reference,
        @Nullable UUID quoteId,
        @Nullable UUID linkId,
        @Nullable Failure failure) {
    /** Why it failed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Failure(@Nullable String code, @Nullable String message) {}

    public Money capturedAmount() {
        return captured == null ? Money.zero(amount.getCurrencyUnit()) : captured;
    }

    public Money refundedAmount() {
        return refunded == null ? Money.zero(amount.getCurrencyUnit()) : refunded;
    }
}
