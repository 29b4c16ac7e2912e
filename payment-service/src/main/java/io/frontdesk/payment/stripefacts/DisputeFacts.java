package io.frontdesk.payment.stripefacts;

import com.stripe.model.Dispute;
import io.frontdesk.payment.fact.Fact;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a dispute tells. A bank's inquiry ({@code warning_…}) and a dispute that was
 * prevented have moved no money, so they are none.
 */
public final class DisputeFacts {
    private DisputeFacts() {}

    public static List<Fact> of(Dispute dispute, Instant told) {
        if (dispute.getPaymentIntent() == null) {
            return List.of();
        }
        return switch (String.valueOf(dispute.getStatus())) {
            case "needs_response", "under_review" -> List.of(opened(dispute));
            case "won" -> List.of(opened(dispute), closed(dispute, told, true));
            case "lost" -> List.of(opened(dispute), closed(dispute, told, false));
            default -> List.of();
        };
    }

    private static Fact opened(Dispute dispute) {
        var evidence = dispute.getEvidenceDetails();
        var due = evidence == null ? null : evidence.getDueBy();
        return new Fact.DisputeOpened(
                dispute.getPaymentIntent(),
                Instant.ofEpochSecond(dispute.getCreated()),
                dispute.getId(),
                amount(dispute),
                fee(dispute),
                dispute.getReason().replace('_', ' '),
                due == null ? null : Instant.ofEpochSecond(due));
    }

    private static Fact closed(Dispute dispute, Instant told, boolean won) {
        return new Fact.DisputeClosed(
                dispute.getPaymentIntent(), told, dispute.getId(), amount(dispute), won);
    }

    private static Money amount(Dispute dispute) {
        return StripeMoney.money(dispute.getAmount(), dispute.getCurrency());
    }

    /** Of the entry that took the money; a later one that returns it has a fee of its own. */
    private static @Nullable Money fee(Dispute dispute) {
        var entries = dispute.getBalanceTransactions();
        return entries == null
                ? null
                : entries.stream()
                        .filter(entry -> entry.getAmount() < 0)
                        .findFirst()
                        .map(entry -> IntentFacts.fee(entry, dispute.getCurrency()))
                        .orElse(null);
    }
}
