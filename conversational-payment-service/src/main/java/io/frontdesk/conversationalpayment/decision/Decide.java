package io.frontdesk.conversationalpayment.decision;

import io.frontdesk.conversationalpayment.approval.Approval;
import io.frontdesk.conversationalpayment.approval.Approvals;
import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.PaymentsUnavailable;
import io.frontdesk.conversationalpayment.policy.Policies;
import io.frontdesk.conversationalpayment.quote.QuoteLine;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.conversationalpayment.settlement.QuoteProgress;
import io.frontdesk.conversationalpayment.settlement.Settle;
import io.frontdesk.conversationalpayment.settlement.SettlementJob;
import io.frontdesk.starter.client.ServiceUnavailable;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a waiting payment go on, or ends it. */
@Component
class Decide {
    private final Approvals approvals;
    private final Quotes quotes;
    private final QuoteProgress progress;
    private final Settle settle;
    private final SettlementJob job;
    private final Policies policies;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Decide(
            Approvals approvals,
            Quotes quotes,
            QuoteProgress progress,
            Settle settle,
            SettlementJob job,
            Policies policies,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.approvals = approvals;
        this.quotes = quotes;
        this.progress = progress;
        this.settle = settle;
        this.job = job;
        this.policies = policies;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    Approval decide(UUID id, boolean approve, String reason) {
        var quote = approvals.get(id).quoteId();
        transactions.executeWithoutResult(_ -> write(id, quote, approve, reason));
        if (approve) {
            try {
                settle.settle(quote);
            } catch (PaymentsUnavailable | ServiceUnavailable unknown) {
                // The decision is written: the job goes on where this call cannot.
            }
        }
        return approvals.get(id);
    }

    private void write(UUID id, UUID quoteId, boolean approve, String reason) {
        // Quotes first, as everywhere, so that nobody waits for each other.
        var quote = quotes.lock(quoteId);
        var approval = approvals.get(id);
        if (approval.requestedBy().equals(AuditTrail.subject())) {
            throw new OwnConfirmation();
        }
        if (approve) {
            // Room was taken at the confirmation; what may be sold can have changed since.
            var promise = quote.promise();
            policies.current()
                    .check(
                            promise.lines().stream()
                                    .map(QuoteLine::itemId)
                                    .collect(Collectors.toSet()),
                            promise.total());
        }
        var inTime = clock.instant().isBefore(approval.expiresAt().toInstant());
        if (!inTime || !approvals.end(id, approve ? "approved" : "rejected", reason)) {
            throw new AlreadyDecided(approval);
        }
        audit.add(
                approve ? "payment-approved" : "payment-rejected",
                quoteId,
                Map.of("reason", reason, "amount", approval.amount()));
        if (approve) {
            quotes.mark(quoteId, QuoteStatus.PAYING, null, null);
            job.soon(quote.promise());
        } else {
            progress.advance(quoteId, QuoteStatus.REJECTED, null, null);
        }
    }
}
