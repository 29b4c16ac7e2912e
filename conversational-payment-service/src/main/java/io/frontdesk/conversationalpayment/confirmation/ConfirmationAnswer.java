package io.frontdesk.conversationalpayment.confirmation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.conversationalpayment.charging.PaymentAnswer;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the quote has come: paid, or what it waits for.
 *
 * @param confirmationToken after a failed payment, while the quote stands: confirms the same quote
 *     once more, with another payment method
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfirmationAnswer(
        UUID quoteId,
        QuoteStatus status,
        @Nullable PaymentAnswer payment,
        @Nullable Link link,
        @Nullable UUID approvalId,
        Quote.@Nullable Failure failure,
        @Nullable String confirmationToken) {
    /** Where the quote can be paid. */
    record Link(String url) {}

    boolean settled() {
        return status != QuoteStatus.PAYING && status != QuoteStatus.AWAITING_APPROVAL;
    }
}
