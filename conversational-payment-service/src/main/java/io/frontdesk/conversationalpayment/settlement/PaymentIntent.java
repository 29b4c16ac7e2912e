package io.frontdesk.conversationalpayment.settlement;

import io.frontdesk.conversationalpayment.charging.PaymentAnswer;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a confirmation has begun.
 *
 * @param paymentMethod the provider's name for it; null where a link is to be paid instead
 * @param callKey subject and Idempotency-Key of the confirmation
 * @param payment the payment as last told
 * @param tries 1, and one more for each confirmation after a failed payment
 * @param failedPayments payments of earlier tries
 */
public record PaymentIntent(
        UUID quoteId,
        @Nullable String paymentMethod,
        String callKey,
        String confirmedBy,
        int attempts,
        @Nullable PaymentAnswer payment,
        @Nullable UUID linkId,
        @Nullable String linkUrl,
        int tries,
        Set<UUID> failedPayments) {
    /** The key of the charge: the same for every call of one try. */
    String chargeKey() {
        return tries == 1 ? quoteId.toString() : quoteId + ":" + tries;
    }
}
