package io.frontdesk.conversationalpayment.settlement;

import io.frontdesk.conversationalpayment.approval.Approvals;
import io.frontdesk.conversationalpayment.charging.PaymentsUnavailable;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.starter.client.ServiceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One look at a quote that was confirmed some time ago. */
@Component
class Resume {
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Resume.class);

    private final Settle settle;
    private final Quotes quotes;
    private final PaymentIntents intents;
    private final Approvals approvals;
    private final QuoteProgress progress;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Resume(
            Settle settle,
            Quotes quotes,
            PaymentIntents intents,
            Approvals approvals,
            QuoteProgress progress,
            TransactionTemplate transactions,
            Clock clock) {
        this.settle = settle;
        this.quotes = quotes;
        this.intents = intents;
        this.approvals = approvals;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes the next step, and tells when to look again: never once the end is known. */
    Optional<Instant> next(UUID id) {
        try {
            settle.settle(id);
        } catch (PaymentsUnavailable | ServiceUnavailable later) {
            log.warn("Quote {} is not settled yet: {}", id, later.toString());
        }
        var quote = quotes.get(id);
        var now = clock.instant();
        var end = quote.promise().payableUntil().toInstant();
        var attempts = intents.find(id).map(PaymentIntent::attempts).orElse(0);
        return switch (quote.status()) {
            case AWAITING_APPROVAL -> now.isBefore(end) ? Optional.of(end) : expire(id);
            case AWAITING_PAYMENT ->
                    Optional.of(now.isBefore(end) ? end.plus(GRACE) : now.plus(GRACE));
            case PAYING, REQUIRES_ACTION -> Optional.of(now.plus(SettlementJob.pause(attempts)));
            default -> Optional.empty();
        };
    }

    private Optional<Instant> expire(UUID id) {
        transactions.executeWithoutResult(_ -> {
            var open = approvals.of(id).filter(each -> approvals.end(each.id(), "expired", null));
            if (open.isPresent()) {
                progress.advance(id, QuoteStatus.EXPIRED, null, null);
            }
        });
        return Optional.empty();
    }
}
