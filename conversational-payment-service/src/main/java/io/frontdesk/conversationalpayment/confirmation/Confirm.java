package io.frontdesk.conversationalpayment.confirmation;

import io.frontdesk.conversationalpayment.approval.Approval;
import io.frontdesk.conversationalpayment.approval.Approvals;
import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.PaymentsUnavailable;
import io.frontdesk.conversationalpayment.policy.Policies;
import io.frontdesk.conversationalpayment.quote.PromiseHash;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteLine;
import io.frontdesk.conversationalpayment.quote.QuoteNotFound;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.conversationalpayment.quoting.QuoteNotOpen;
import io.frontdesk.conversationalpayment.settlement.PaymentIntents;
import io.frontdesk.conversationalpayment.settlement.Settle;
import io.frontdesk.conversationalpayment.settlement.SettlementJob;
import io.frontdesk.conversationalpayment.spending.Spending;
import io.frontdesk.conversationalpayment.token.ConfirmationTokens;
import io.frontdesk.starter.client.ServiceUnavailable;
import io.frontdesk.starter.problem.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Uses the token up, takes the room under the ceilings and writes down what is to be paid, all in
 * one transaction; only then is payment-service asked.
 */
@Component
class Confirm {
    private final Quotes quotes;
    private final ConfirmationTokens tokens;
    private final Policies policies;
    private final Spending spending;
    private final PaymentIntents intents;
    private final Approvals approvals;
    private final Settling settling;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** The two ways to a payment: at once, and later. */
    @Component
    record Settling(Settle now, SettlementJob later) {}

    Confirm(
            Quotes quotes,
            ConfirmationTokens tokens,
            Policies policies,
            Spending spending,
            PaymentIntents intents,
            Approvals approvals,
            Settling settling,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.quotes = quotes;
        this.tokens = tokens;
        this.policies = policies;
        this.spending = spending;
        this.intents = intents;
        this.approvals = approvals;
        this.settling = settling;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    ConfirmationAnswer confirm(UUID id, ConfirmationRequest request, String key) {
        var callKey = AuditTrail.subject() + "/" + key;
        try {
            transactions.executeWithoutResult(_ -> begin(id, request, callKey));
        } catch (QuoteNotFound unknown) {
            throw unknown;
        } catch (RuntimeException refused) {
            var problem = refused.getClass().getAnnotation(Problem.class);
            if (problem != null) {
                audit.add("confirmation-refused", id, Map.of("reason", problem.type()));
            }
            throw refused;
        }
        try {
            settling.now().settle(id);
        } catch (PaymentsUnavailable | ServiceUnavailable unknown) {
            // The intent is written: the job goes on where this call cannot.
        }
        return answer(id);
    }

    private void begin(UUID id, ConfirmationRequest request, String callKey) {
        var quote = quotes.lock(id);
        if (intents.find(id).filter(begun -> begun.callKey().equals(callKey)).isPresent()) {
            return; // The same call again, after a crash in its first run.
        }
        var promise = quote.promise();
        var promised = tokens.redeem(request.confirmationToken(), promise, request.visitorId());
        if (!promised.equals(quote.hash()) || !promised.equals(PromiseHash.of(promise))) {
            throw new QuoteAltered();
        }
        var again = retryable(quote);
        if (quote.status(clock.instant()) != QuoteStatus.OPEN && !again) {
            throw new QuoteNotOpen(id, quote.status(clock.instant()));
        }
        var policy = policies.current();
        policy.check(
                promise.lines().stream().map(QuoteLine::itemId).collect(Collectors.toSet()),
                promise.total());
        spending.reserve(promise, policy);
        if (again) {
            intents.retry(quote, request.paymentMethod(), callKey, AuditTrail.subject());
        } else {
            intents.add(id, request.paymentMethod(), callKey, AuditTrail.subject());
        }
        if (policy.needsConsent(promise.total())) {
            approvals.add(promise);
            quotes.mark(id, QuoteStatus.AWAITING_APPROVAL, null, null);
            settling.later().atTheEnd(promise);
        } else {
            quotes.mark(id, QuoteStatus.PAYING, null, null);
            settling.later().again(promise, intents.find(id).orElseThrow().tries());
        }
        audit.add("quote-confirmed", id, Map.of("total", promise.total(), "hash", quote.hash()));
    }

    /** A payment that somebody consented to is not tried again without asking. */
    private boolean retryable(Quote quote) {
        return quote.retryable(clock.instant())
                && intents.find(quote.id()).isPresent()
                && approvals.of(quote.id()).isEmpty();
    }

    /** Only the last token of a quote is good for anything. */
    private @Nullable String freshToken(Quote quote) {
        if (!retryable(quote)) {
            return null;
        }
        tokens.revoke(quote.id());
        return tokens.issue(quote.promise(), quote.hash());
    }

    private ConfirmationAnswer answer(UUID id) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    var quote = quotes.lock(id);
                    var intent = intents.find(id).orElseThrow();
                    return new ConfirmationAnswer(
                            id,
                            quote.status(),
                            intent.payment(),
                            intent.linkUrl() == null
                                    ? null
                                    : new ConfirmationAnswer.Link(intent.linkUrl()),
                            approvals.of(id).map(Approval::id).orElse(null),
                            quote.failure(),
                            freshToken(quote));
                }));
    }
}
