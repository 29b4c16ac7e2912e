package io.frontdesk.conversationalpayment.settlement;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.conversationalpayment.spending.Spending;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves quotes on by facts about their payments, and gives back what failed payments had taken. */
@Component
@Transactional
public class QuoteProgress {
    private final Quotes quotes;
    private final Spending spending;
    private final AuditTrail audit;

    QuoteProgress(Quotes quotes, Spending spending, AuditTrail audit) {
        this.quotes = quotes;
        this.spending = spending;
        this.audit = audit;
    }

    /** What a payment's status means for its quote. */
    public static QuoteStatus meaning(String paymentStatus) {
        return switch (paymentStatus) {
            case "requires_action" -> QuoteStatus.REQUIRES_ACTION;
            case "captured" -> QuoteStatus.PAID;
            case "partially_refunded" -> QuoteStatus.PARTIALLY_REFUNDED;
            case "refunded" -> QuoteStatus.REFUNDED;
            case "failed", "cancelled" -> QuoteStatus.FAILED;
            default -> QuoteStatus.PAYING;
        };
    }

    /** Moves the quote on, unless it is there already or further. */
    public void advance(
            UUID id, QuoteStatus next, @Nullable UUID payment, Quote.@Nullable Failure failure) {
        var before = quotes.lock(id);
        if (!before.status().precedes(next)) {
            return;
        }
        quotes.mark(id, next, payment, failure);
        if (next.over()) {
            spending.release(id);
        } else if (before.status().over() && !spending.holds(id)) {
            spending.note(before.promise());
        }
        audit.add(
                "quote-" + next.word().replace('_', '-'),
                id,
                failure == null ? Map.of() : Map.of("failure", failure));
    }
}
