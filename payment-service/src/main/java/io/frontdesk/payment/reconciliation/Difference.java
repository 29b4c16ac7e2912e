package io.frontdesk.payment.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger and the provider's book disagree.
 *
 * @param fact which fact of the payment it is about
 * @param ours what our ledger says moved; absent where it says nothing
 * @param theirs what the provider's book says moved; absent where it says nothing
 * @param repaired whether asking the provider once more settled it
 */
public record Difference(
        Kind kind,
        @Nullable UUID paymentId,
        @Nullable String providerReference,
        String fact,
        @Nullable Money ours,
        @Nullable Money theirs,
        boolean repaired) {

    /** In which way they disagree. */
    public enum Kind {
        @JsonProperty("missing_here")
        MISSING_HERE,
        @JsonProperty("missing_there")
        MISSING_THERE,
        @JsonProperty("amount_differs")
        AMOUNT_DIFFERS
    }

    Difference settled() {
        return new Difference(kind, paymentId, providerReference, fact, ours, theirs, true);
    }
}
