package io.frontdesk.payment.book;

import io.frontdesk.payment.ending.Endings;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.ledger.Ledger;
import io.frontdesk.payment.quote.Quotes;
import io.frontdesk.payment.status.PlainFacts;
import io.frontdesk.payment.status.Standing;
import io.frontdesk.starter.events.Events;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where facts become status, ledger and events, all in one transaction. Whoever tells
 * a fact (an answer, a webhook, a lookup) comes here; what was told before changes nothing.
 */
@Component
public class RecordFacts {
    private final Payments payments;
    private final PaymentFacts facts;
    private final Disputes disputes;
    private final Ledger ledger;
    private final Quotes quotes;
    private final Endings endings;
    private final Events events;

    RecordFacts(
            Payments payments,
            PaymentFacts facts,
            Disputes disputes,
            Ledger ledger,
            Quotes quotes,
            Endings endings,
            Events events) {
        this.payments = payments;
        this.facts = facts;
        this.disputes = disputes;
        this.ledger = ledger;
        this.quotes = quotes;
        this.endings = endings;
        this.events = events;
    }

    /**
     * Books what is new of these facts.
     *
     * @return the payment as it stands now
     * @throws UnknownPayment when the tenant has no such payment
     */
    @Transactional
    public Payment record(UUID id, Collection<Fact> told) {
        var before = payments.lock(id);
        var ours = told.stream().filter(fact -> isIn(before, fact)).toList();
        var recorded = facts.add(id, PlainFacts.of(ours));
        var fresh = recorded.fresh();
        disputes.apply(id, ours);
        if (fresh.isEmpty()) {
            return before;
        }
        ledger.book(id, before.provider(), before.live(), fresh);
        var standing = Standing.of(before.amount().getCurrencyUnit(), recorded.all());
        var after = payments.update(id, standing);
        settleQuote(before, after);
        endLink(before, after);
        tell(before, after, fresh);
        return after;
    }

    /** Tells that the provider did not answer; who asked learns the outcome by a later event. */
    @Transactional
    public void tellUnknown(UUID id) {
        var payment = payments.get(id);
        events.publish(PaymentEvent.type("unknown"), id.toString(), PaymentEvent.of(payment));
    }

    private void tell(Payment before, Payment after, List<Fact> fresh) {
        var event = PaymentEvent.of(after);
        if (before.status() != after.status()
                || !before.captured().equals(after.captured())
                || !before.refunded().equals(after.refunded())) {
            events.publish(event.type(), after.id().toString(), event);
        }
        if (fresh.stream().anyMatch(Fact.DisputeOpened.class::isInstance)) {
            events.publish(PaymentEvent.type("disputed"), after.id().toString(), event);
        }
        if (fresh.stream().anyMatch(Fact.DisputeClosed.class::isInstance)) {
            events.publish(PaymentEvent.type("dispute-closed"), after.id().toString(), event);
        }
    }

    private void endLink(Payment before, Payment after) {
        var link = after.purchase().linkId();
        if (link != null && took(after) && !took(before)) {
            endings.now(link);
        }
    }

    private static boolean took(Payment payment) {
        return switch (payment.status()) {
            case UNKNOWN, REQUIRES_ACTION, FAILED, CANCELLED -> false;
            default -> true;
        };
    }

    private void settleQuote(Payment before, Payment after) {
        var quote = after.purchase().quoteId();
        if (quote == null || before.status() == after.status()) {
            return;
        }
        if (after.status().tookNothing()) {
            quotes.free(after.id());
        } else {
            quotes.retake(quote, after.id());
        }
    }

    /** A provider that speaks of another currency speaks of something else. */
    private static boolean isIn(Payment payment, Fact fact) {
        return switch (fact) {
            case Fact.Authorized told -> told.amount().isSameCurrency(payment.amount());
            case Fact.Captured told -> told.amount().isSameCurrency(payment.amount());
            case Fact.Refunded told -> told.amount().isSameCurrency(payment.amount());
            case Fact.RefundFailed told -> told.amount().isSameCurrency(payment.amount());
            case Fact.DisputeOpened told -> told.amount().isSameCurrency(payment.amount());
            case Fact.DisputeClosed told -> told.amount().isSameCurrency(payment.amount());
            default -> true;
        };
    }
}
