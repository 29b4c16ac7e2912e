package io.frontdesk.conversationalpayment.quote;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a quote has come. Facts about its payment only ever move it up in rank, so that they may
 * arrive twice or in any order.
 */
public enum QuoteStatus {
    DRAFT(0),
    OPEN(0),
    AWAITING_APPROVAL(1),
    PAYING(2),
    AWAITING_PAYMENT(2),
    REQUIRES_ACTION(3),
    WITHDRAWN(4),
    EXPIRED(4),
    REJECTED(4),
    FAILED(4),
    PAID(5),
    PARTIALLY_REFUNDED(6),
    REFUNDED(7);

    private final int rank;

    QuoteStatus(int rank) {
        this.rank = rank;
    }

    /** Whether a fact that says {@code next} tells something new. */
    public boolean precedes(QuoteStatus next) {
        return rank < next.rank;
    }

    /** Whether it ended without money: nothing is reserved for it any more. */
    public boolean over() {
        return rank == FAILED.rank;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QuoteStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
