package io.frontdesk.payment.stripefacts;

import com.stripe.model.StripeError;
import io.frontdesk.payment.fact.Failure;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's many <a href="https://docs.stripe.com/declines/codes">decline codes</a> as our few
 * words. The sentences are ours: a payer is never told that a card is thought stolen.
 */
public final class Declines {
    public static final Failure ABANDONED =
            new Failure("abandoned", "The payment was not completed.");
    public static final Failure NOT_PROCESSED =
            new Failure(
                    "processing-error", "The payment could not be processed. Please try again.");

    private Declines() {}

    public static Failure of(@Nullable StripeError error) {
        if (error == null) {
            return ABANDONED;
        }
        var decline = Objects.requireNonNullElse(error.getDeclineCode(), "");
        var code = Objects.requireNonNullElse(error.getCode(), "");
        return switch (decline.isEmpty() || decline.equals("generic_decline") ? code : decline) {
            case "insufficient_funds",
                    "withdrawal_count_limit_exceeded",
                    "card_velocity_exceeded" ->
                    new Failure("insufficient-funds", "The card has insufficient funds.");
            case "expired_card" -> new Failure("expired-card", "The card has expired.");
            case "authentication_required",
                    "payment_intent_authentication_failure",
                    "authentication_not_handled",
                    "mobile_device_authentication_required" ->
                    new Failure("authentication-failed", "The payer could not be authenticated.");
            case "processing_error",
                    "issuer_not_available",
                    "try_again_later",
                    "reenter_transaction",
                    "approve_with_id",
                    "payment_intent_payment_attempt_failed",
                    "payment_method_provider_timeout",
                    "payment_method_provider_unavailable" ->
                    NOT_PROCESSED;
            case "payment_intent_payment_attempt_expired", "payment_method_customer_decline" ->
                    ABANDONED;
            default -> new Failure("card-declined", "The card was declined.");
        };
    }
}
