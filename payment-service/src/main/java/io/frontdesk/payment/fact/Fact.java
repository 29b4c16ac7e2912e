package io.frontdesk.payment.fact;

import java.net.URI;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a payment at its provider. A fact never becomes untrue; what follows
 * from the facts together is the payment's status. {@code identity} tells one fact from another of
 * the same payment, and is the same whoever tells it: an answer, a webhook, or a lookup.
 */
public sealed interface Fact {
    String providerReference();

    String identity();

    Instant at();

    /** The payer must authenticate at {@code url}; an attempt may ask several times. */
    record ActionRequired(String providerReference, Instant at, @Nullable URI url) implements Fact {
        @Override
        public String identity() {
            return "action-required";
        }
    }

    record Authorized(
            String providerReference, Instant at, Money amount, @Nullable Instant expiresAt)
            implements Fact {
        @Override
        public String identity() {
            return "authorized";
        }
    }

    /**
     * A part or all of the amount was taken.
     *
     * @param fee what the provider keeps of it; null while it does not say
     */
    record Captured(
            String providerReference,
            Instant at,
            String captureReference,
            Money amount,
            @Nullable Money fee)
            implements Fact {
        @Override
        public String identity() {
            return "captured:" + captureReference;
        }
    }

    /**
     * The provider kept a part of a capture, or took a fee for a dispute.
     *
     * @param of the reference of that capture or dispute
     */
    record FeeTaken(String providerReference, Instant at, String of, Money amount) implements Fact {
        @Override
        public String identity() {
            return "fee:" + of;
        }
    }

    /** The rest of an authorization was given back; nothing more can be captured. */
    record Cancelled(String providerReference, Instant at) implements Fact {
        @Override
        public String identity() {
            return "cancelled";
        }
    }

    /** The attempt took nothing and never will. */
    record Failed(String providerReference, Instant at, Failure failure) implements Fact {
        @Override
        public String identity() {
            return "failed";
        }
    }

    record Refunded(String providerReference, Instant at, String refundReference, Money amount)
            implements Fact {
        @Override
        public String identity() {
            return "refunded:" + refundReference;
        }
    }

    /** A refund that had been told as {@link Refunded} came back, or never left. */
    record RefundFailed(
            String providerReference,
            Instant at,
            String refundReference,
            Money amount,
            String reason)
            implements Fact {
        @Override
        public String identity() {
            return "refund-failed:" + refundReference;
        }
    }

    /**
     * The payer's bank took the money back, for now.
     *
     * @param fee what the provider takes for the dispute
     */
    record DisputeOpened(
            String providerReference,
            Instant at,
            String disputeReference,
            Money amount,
            @Nullable Money fee,
            String reason,
            @Nullable Instant evidenceDueBy)
            implements Fact {
        @Override
        public String identity() {
            return "dispute-opened:" + disputeReference;
        }
    }

    /** {@code won} returns the money to the business. */
    record DisputeClosed(
            String providerReference,
            Instant at,
            String disputeReference,
            Money amount,
            boolean won)
            implements Fact {
        @Override
        public String identity() {
            return "dispute-closed:" + disputeReference;
        }
    }
}
