package io.frontdesk.conversationalpayment.dialogue;

import io.frontdesk.conversationalpayment.charging.PaymentRefused;
import io.frontdesk.conversationalpayment.collecting.Collect;
import io.frontdesk.conversationalpayment.collecting.Wanted;
import io.frontdesk.conversationalpayment.phrasing.Replies;
import io.frontdesk.conversationalpayment.policy.Policies;
import io.frontdesk.conversationalpayment.policy.PolicyRefused;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quoting.LineRefused;
import io.frontdesk.conversationalpayment.quoting.MakeQuote;
import io.frontdesk.conversationalpayment.quoting.QuoteOrder;
import io.frontdesk.conversationalpayment.quoting.WithdrawQuote;
import io.frontdesk.conversationalpayment.shopping.Shop;
import io.frontdesk.conversationalpayment.understanding.Intent;
import io.frontdesk.conversationalpayment.understanding.Understood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what one message leads to: a question, a quote, or that nothing will be charged. */
@Component
class TakeTurn {
    private final MakeQuote makeQuote;
    private final WithdrawQuote withdrawQuote;
    private final Policies policies;
    private final Clock clock;

    TakeTurn(MakeQuote makeQuote, WithdrawQuote withdrawQuote, Policies policies, Clock clock) {
        this.makeQuote = makeQuote;
        this.withdrawQuote = withdrawQuote;
        this.policies = policies;
        this.clock = clock;
    }

    /** The state after a message, and what to say. */
    record Turn(
            Wanted wanted,
            @Nullable Quote quote,
            @Nullable String token,
            List<String> missing,
            String reply) {}

    void forget(Quote quote) {
        withdrawQuote.withdraw(quote.id());
    }

    Turn take(Dialogue dialogue, @Nullable Quote quote, Understood understood, Shop.Shelf shelf) {
        var replies = new Replies(dialogue.locale());
        var again = quote != null && quote.status() == QuoteStatus.PAID && asksMore(understood);
        if (quote != null && !again && !isOpen(quote) && !quote.status(now()).over()) {
            return status(dialogue, quote);
        }
        return switch (understood.intent()) {
            case CANCEL -> cancelled(dialogue, quote, replies);
            case DECLINE ->
                    isOpen(quote)
                            ? cancelled(dialogue, quote, replies)
                            : collected(dialogue, quote, understood, shelf, replies);
            case ASK_STATUS -> status(dialogue, quote);
            case CONFIRM ->
                    isOpen(quote)
                            ? new Turn(
                                    dialogue.state(),
                                    quote,
                                    null,
                                    List.of(),
                                    replies.say("confirm-by-token"))
                            : collected(dialogue, quote, understood, shelf, replies);
            case PAY, CHANGE, OTHER ->
                    collected(dialogue, again ? null : quote, understood, shelf, replies);
        };
    }

    private Turn cancelled(Dialogue dialogue, @Nullable Quote quote, Replies replies) {
        if (takesBack(quote)) {
            forget(Objects.requireNonNull(quote));
        }
        return new Turn(dialogue.state().over(), null, null, List.of(), replies.say("cancelled"));
    }

    private Turn collected(
            Dialogue dialogue,
            @Nullable Quote quote,
            Understood understood,
            Shop.Shelf shelf,
            Replies replies) {
        var before =
                dialogue.state().cancelled() || (quote == null && dialogue.quoteId() != null)
                        ? Wanted.EMPTY
                        : dialogue.state();
        var currency = CurrencyUnit.of(policies.current().currency());
        var outcome = new Collect(shelf, currency, replies).next(before, understood);
        var said = new ArrayList<>(outcome.notes());
        if (!outcome.complete()) {
            if (!shelf.complete()) {
                said.add(replies.say("no-offerings"));
            }
            var stale = takesBack(quote) && !outcome.wanted().sameAs(before);
            if (stale) {
                forget(Objects.requireNonNull(quote));
            }
            return new Turn(
                    outcome.wanted(),
                    stale ? null : quote,
                    null,
                    outcome.missing(),
                    String.join(" ", said));
        }
        if (isOpen(quote) && outcome.wanted().sameAs(before)) {
            said.add(replies.say("quote-stands"));
            return new Turn(outcome.wanted(), quote, null, List.of(), String.join(" ", said));
        }
        try {
            var made = makeQuote.make(order(dialogue, quote, outcome.wanted(), shelf));
            said.add(offer(made.quote(), replies));
            return new Turn(
                    outcome.wanted(),
                    made.quote(),
                    made.token(),
                    List.of(),
                    String.join(" ", said));
        } catch (PolicyRefused | LineRefused | PaymentRefused refused) {
            var reason = refused instanceof LineRefused line ? line.reason() : refused.getMessage();
            said.add(replies.say("not-possible", "" + reason));
            return new Turn(before, quote, null, List.of(), String.join(" ", said));
        }
    }

    private QuoteOrder order(
            Dialogue dialogue, @Nullable Quote quote, Wanted wanted, Shop.Shelf shelf) {
        var lines =
                wanted.items().stream()
                        .map(item -> {
                            var free = shelf.find(item.itemId()).orElseThrow().price() == null;
                            return new QuoteOrder.Line(
                                    item.itemId(), item.quantity(), free ? wanted.amount() : null);
                        })
                        .toList();
        return new QuoteOrder(
                lines,
                dialogue.visitor(),
                dialogue.conversationId(),
                null,
                dialogue.agentId(),
                takesBack(quote) ? Objects.requireNonNull(quote).id() : null);
    }

    private String offer(Quote quote, Replies replies) {
        var lines =
                quote.promise().lines().stream()
                        .map(line ->
                                line.quantity()
                                        + " × "
                                        + line.name()
                                        + " "
                                        + replies.money(line.total()))
                        .collect(Collectors.joining(", "));
        var left = Duration.between(now(), quote.promise().expiresAt().toInstant());
        return replies.say(
                "offer",
                lines,
                replies.money(quote.total()),
                Math.max(1, left.plusSeconds(30).toMinutes()));
    }

    Turn status(Dialogue dialogue, @Nullable Quote quote) {
        var key = quote == null ? "nothing-yet" : "status-" + quote.status(now()).word();
        return new Turn(
                dialogue.state(), quote, null, List.of(), new Replies(dialogue.locale()).say(key));
    }

    boolean isOpen(@Nullable Quote quote) {
        return quote != null && quote.status(now()) == QuoteStatus.OPEN;
    }

    /** Whether a token for it may be out that another wish makes worthless. */
    private boolean takesBack(@Nullable Quote quote) {
        return isOpen(quote) || (quote != null && quote.status() == QuoteStatus.FAILED);
    }

    private static boolean asksMore(Understood understood) {
        return understood.intent() == Intent.PAY && !understood.items().isEmpty();
    }

    private Instant now() {
        return clock.instant();
    }
}
