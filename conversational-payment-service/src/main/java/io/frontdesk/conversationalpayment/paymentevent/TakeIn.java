package io.frontdesk.conversationalpayment.paymentevent;

import io.frontdesk.conversationalpayment.link.PaymentLink;
import io.frontdesk.conversationalpayment.link.PaymentLinks;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.conversationalpayment.receipt.IssueReceipts;
import io.frontdesk.conversationalpayment.receiptdocument.ReceiptContent;
import io.frontdesk.conversationalpayment.recorded.PaymentFact;
import io.frontdesk.conversationalpayment.recorded.RecordedPayments;
import io.frontdesk.conversationalpayment.settlement.PaymentIntents;
import io.frontdesk.conversationalpayment.settlement.QuoteProgress;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes a fact down, moves its quote or link on, and issues receipts. */
@Component
class TakeIn {
    private static final String SANDBOX = "sandbox";

    private final RecordedPayments payments;
    private final Quotes quotes;
    private final PaymentIntents intents;
    private final QuoteProgress progress;
    private final PaymentLinks links;
    private final IssueReceipts receipts;

    TakeIn(
            RecordedPayments payments,
            Quotes quotes,
            PaymentIntents intents,
            QuoteProgress progress,
            PaymentLinks links,
            IssueReceipts receipts) {
        this.payments = payments;
        this.quotes = quotes;
        this.intents = intents;
        this.progress = progress;
        this.links = links;
        this.receipts = receipts;
    }

    void fact(PaymentFact fact) {
        payments.record(fact);
        var quote = fact.quoteId() == null ? null : quotes.find(fact.quoteId()).orElse(null);
        if (quote != null) {
            advance(quote, fact);
            receipt(fact, sale(quote, fact));
        } else if (fact.linkId() != null && fact.capturedAmount().isPositive()) {
            links.paid(fact.linkId(), fact.paymentId())
                    .ifPresent(link -> receipt(fact, sale(link, fact)));
        }
    }

    void dispute(PaymentFact fact, boolean open, OffsetDateTime told) {
        fact(fact);
        payments.disputed(fact.paymentId(), open, told);
    }

    private void advance(Quote quote, PaymentFact fact) {
        var next = QuoteProgress.meaning(fact.status());
        // At a link, and with a fresh token, the visitor may try again: such a failure is no end.
        var attempt =
                next.over()
                        && intents.find(quote.id())
                                .filter(it ->
                                        it.linkId() != null
                                                || it.failedPayments().contains(fact.paymentId()))
                                .isPresent();
        if (!attempt) {
            var failure = fact.failure();
            progress.advance(
                    quote.id(),
                    next,
                    fact.paymentId(),
                    failure == null
                            ? null
                            : new Quote.Failure(
                                    Objects.requireNonNullElse(failure.code(), "failed"),
                                    Objects.requireNonNullElse(
                                            failure.message(), "The payment failed.")));
        }
    }

    private void receipt(PaymentFact fact, IssueReceipts.Sale sale) {
        receipts.issue(
                sale,
                fact.capturedAmount(),
                fact.refundedAmount(),
                SANDBOX.equals(fact.provider()));
    }

    private static IssueReceipts.Sale sale(Quote quote, PaymentFact fact) {
        var visitor = quote.promise().visitor();
        var buyer = visitor.name() != null ? visitor.name() : visitor.key();
        return new IssueReceipts.Sale(
                fact.paymentId(),
                quote.id(),
                Objects.requireNonNullElse(buyer, "Visitor"),
                quote.promise().lines().stream()
                        .map(line ->
                                new ReceiptContent.Line(
                                        line.name(),
                                        line.quantity(),
                                        line.unitPrice(),
                                        line.total()))
                        .toList());
    }

    private static IssueReceipts.Sale sale(PaymentLink link, PaymentFact fact) {
        return new IssueReceipts.Sale(
                fact.paymentId(),
                null,
                "Visitor",
                List.of(
                        new ReceiptContent.Line(
                                link.description(), 1, link.amount(), link.amount())));
    }
}
