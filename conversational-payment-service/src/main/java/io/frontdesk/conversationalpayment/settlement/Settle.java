package io.frontdesk.conversationalpayment.settlement;

import io.frontdesk.conversationalpayment.charging.ChargeOrder;
import io.frontdesk.conversationalpayment.charging.Charging;
import io.frontdesk.conversationalpayment.charging.LinkOrder;
import io.frontdesk.conversationalpayment.charging.PaymentAnswer;
import io.frontdesk.conversationalpayment.charging.PaymentRefused;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Quotes;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pays a confirmed quote, or finds out how far that has come. Any number of calls at any time make
 * one payment: the quote's id is the key of the charge.
 */
@Component
public class Settle {
    private final Quotes quotes;
    private final PaymentIntents intents;
    private final QuoteProgress progress;
    private final Charging charging;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Settle(
            Quotes quotes,
            PaymentIntents intents,
            QuoteProgress progress,
            Charging charging,
            TransactionTemplate transactions,
            Clock clock) {
        this.quotes = quotes;
        this.intents = intents;
        this.progress = progress;
        this.charging = charging;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes the next step.
     *
     * @throws io.frontdesk.conversationalpayment.charging.PaymentsUnavailable when it is not known
     *     whether the step was taken; nothing is lost, take it again
     */
    public void settle(UUID id) {
        var quote = quotes.get(id);
        var intent = intents.find(id);
        if (intent.isEmpty()) {
            return;
        }
        switch (quote.status()) {
            case PAYING, REQUIRES_ACTION -> {
                intents.attempted(id);
                if (intent.get().paymentMethod() == null) {
                    link(quote, intent.get());
                } else {
                    pay(quote, intent.get());
                }
            }
            case AWAITING_PAYMENT -> watch(quote, intent.get());
            default -> {}
        }
    }

    private void pay(Quote quote, PaymentIntent intent) {
        if (intent.payment() != null) {
            var payment = charging.payment(intent.payment().id());
            var abandoned = payment.status().equals("requires_action") && !payable(quote);
            told(quote, intent, abandoned ? charging.cancel(payment.id()) : payment);
            return;
        }
        var method = Objects.requireNonNull(intent.paymentMethod());
        try {
            told(quote, intent, charging.charge(intent.chargeKey(), order(quote, method)));
        } catch (PaymentRefused refused) {
            // It may refuse because an earlier call, long forgotten, has made the payment.
            charging.paymentFor(quote.id())
                    .filter(found -> !intent.failedPayments().contains(found.id()))
                    .ifPresentOrElse(
                            found -> told(quote, intent, found),
                            () -> failed(quote, intent, refused));
        }
    }

    private void link(Quote quote, PaymentIntent intent) {
        var order =
                new LinkOrder(
                        quote.total(),
                        description(quote),
                        quote.id().toString(),
                        quote.id(),
                        quote.hash(),
                        quote.promise().payableUntil());
        try {
            var link = charging.link(quote.id().toString(), order);
            transactions.executeWithoutResult(_ -> {
                intents.linked(quote.id(), link);
                if (quotes.lock(quote.id()).status() == QuoteStatus.PAYING) {
                    quotes.mark(quote.id(), QuoteStatus.AWAITING_PAYMENT, null, null);
                }
            });
        } catch (PaymentRefused refused) {
            failed(quote, intent, refused);
        }
    }

    /**
     * Events tell of the payment; this closes a link whose time is over, or whose event was lost.
     */
    private void watch(Quote quote, PaymentIntent intent) {
        var link = charging.link(Objects.requireNonNull(intent.linkId()));
        if (link.status().equals("open") && !payable(quote)) {
            link = charging.deactivate(link.id());
        }
        if (link.paymentId() != null) {
            told(quote, intent, charging.payment(link.paymentId()));
        } else if (!link.status().equals("open")) {
            progress.advance(quote.id(), QuoteStatus.EXPIRED, null, null);
        }
    }

    private void told(Quote quote, PaymentIntent intent, PaymentAnswer payment) {
        var failure = payment.failure();
        transactions.executeWithoutResult(_ -> {
            var next = QuoteProgress.meaning(payment.status());
            if (next.over() && superseded(quote, intent)) {
                return;
            }
            intents.answered(quote.id(), payment);
            progress.advance(
                    quote.id(),
                    next,
                    payment.id(),
                    failure == null
                            ? null
                            : new Quote.Failure(
                                    Objects.requireNonNullElse(failure.code(), "failed"),
                                    Objects.requireNonNullElse(
                                            failure.message(), "The payment failed.")));
        });
    }

    private void failed(Quote quote, PaymentIntent intent, PaymentRefused refused) {
        var failure =
                new Quote.Failure(
                        refused.code(), Objects.requireNonNullElse(refused.getMessage(), ""));
        transactions.executeWithoutResult(_ -> {
            if (!superseded(quote, intent)) {
                progress.advance(quote.id(), QuoteStatus.FAILED, null, failure);
            }
        });
    }

    /** Whether the visitor has begun another try meanwhile: a failure of this one is past. */
    private boolean superseded(Quote quote, PaymentIntent intent) {
        quotes.lock(quote.id());
        return intents.find(quote.id()).filter(it -> it.tries() == intent.tries()).isEmpty();
    }

    private boolean payable(Quote quote) {
        return clock.instant().isBefore(quote.promise().payableUntil().toInstant());
    }

    private static ChargeOrder order(Quote quote, String method) {
        return new ChargeOrder(
                quote.total(),
                "automatic",
                method,
                quote.id().toString(),
                description(quote),
                quote.id(),
                quote.hash());
    }

    private static String description(Quote quote) {
        var names =
                quote.promise().lines().stream()
                        .map(line -> line.quantity() + " × " + line.name())
                        .collect(Collectors.joining(", "));
        return names.length() <= 200 ? names : names.substring(0, 199) + "…";
    }
}
