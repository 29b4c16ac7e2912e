package io.frontdesk.payment.stripefacts;

import com.stripe.model.Refund;
import io.frontdesk.payment.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The facts that a refund tells. Stripe takes the money out of the balance at once, whatever the
 * refund waits for, and returns it when the refund fails: so every refund was made, and some came
 * back.
 */
public final class RefundFacts {
    private RefundFacts() {}

    public static List<Fact> of(Refund refund, Instant told) {
        var payment = refund.getPaymentIntent();
        if (payment == null) {
            return List.of();
        }
        var amount = StripeMoney.money(refund.getAmount(), refund.getCurrency());
        var at = Instant.ofEpochSecond(refund.getCreated());
        var made = new Fact.Refunded(payment, at, refund.getId(), amount);
        return switch (String.valueOf(refund.getStatus())) {
            case "failed", "canceled" ->
                    List.of(
                            made,
                            new Fact.RefundFailed(
                                    payment, told, refund.getId(), amount, reason(refund)));
            default -> List.of(made);
        };
    }

    private static String reason(Refund refund) {
        var reason = Objects.requireNonNullElse(refund.getFailureReason(), refund.getStatus());
        return reason.replace('_', ' ');
    }
}
