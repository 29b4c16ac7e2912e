package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.Charging;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.conversationalpayment.policy.Policies;
import io.frontdesk.conversationalpayment.quote.Promise;
import io.frontdesk.conversationalpayment.quote.PromiseHash;
import io.frontdesk.conversationalpayment.quote.Quote;
import io.frontdesk.conversationalpayment.quote.QuoteLine;
import io.frontdesk.conversationalpayment.quote.QuoteNotFound;
import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.conversationalpayment.quote.Quotes;
import io.frontdesk.conversationalpayment.quote.Visitor;
import io.frontdesk.conversationalpayment.token.ConfirmationTokens;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/**
 * Makes a quote. It is open only when payment-service is bound to its amount and hash; when that
 * cannot be had there is no quote.
 */
@Component
@EnableConfigurationProperties(QuoteProperties.class)
public class MakeQuote {
    private final PriceLines prices;
    private final Policies policies;
    private final Quotes quotes;
    private final ConfirmationTokens tokens;
    private final Charging charging;
    private final WithdrawQuote withdraw;
    private final AuditTrail audit;
    private final Context context;

    /** What every use case needs. */
    @Component
    record Context(
            Tenancy tenancy,
            TransactionTemplate transactions,
            IdGenerator ids,
            Clock clock,
            QuoteProperties properties) {}

    MakeQuote(
            PriceLines prices,
            Policies policies,
            Quotes quotes,
            ConfirmationTokens tokens,
            Charging charging,
            WithdrawQuote withdraw,
            AuditTrail audit,
            Context context) {
        this.prices = prices;
        this.policies = policies;
        this.quotes = quotes;
        this.tokens = tokens;
        this.charging = charging;
        this.withdraw = withdraw;
        this.audit = audit;
        this.context = context;
    }

    /** A quote and the token that confirms it, which nobody can read again. */
    public record Made(Quote quote, String token) {}

    public Made make(QuoteOrder order) {
        ownReplaced(order);
        var promise = promise(order);
        var hash = PromiseHash.of(promise);
        var token =
                Objects.requireNonNull(
                        context.transactions()
                                .execute(_ -> {
                                    quotes.add(promise, hash, OffsetDateTime.now(context.clock()));
                                    return tokens.issue(promise, hash);
                                }));
        try {
            charging.commit(promise.id(), promise.total(), hash, promise.payableUntil());
            context.transactions().executeWithoutResult(_ -> open(order, promise));
        } catch (RuntimeException failed) {
            withdraw.withdraw(promise.id());
            throw failed;
        }
        return new Made(quotes.get(promise.id()), token);
    }

    /** One conversation cannot take another's quote back. */
    private void ownReplaced(QuoteOrder order) {
        if (order.replaces() != null
                && !Objects.equals(
                        quotes.get(order.replaces()).promise().conversationId(),
                        PlainText.lineOrNull(order.conversationId()))) {
            throw new QuoteNotFound(order.replaces());
        }
    }

    private void open(QuoteOrder order, Promise promise) {
        quotes.mark(promise.id(), QuoteStatus.OPEN, null, null);
        if (order.replaces() != null) {
            withdraw.withdraw(order.replaces());
        }
        audit.add("quote-made", promise.id(), Map.of("total", promise.total()));
    }

    private Promise promise(QuoteOrder order) {
        var policy = policies.current();
        var lines = prices.price(order.lines(), policy);
        var total = lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow();
        policy.check(lines.stream().map(QuoteLine::itemId).collect(Collectors.toSet()), total);
        var expiry =
                OffsetDateTime.now(context.clock())
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .plus(context.properties().expiry())
                        .truncatedTo(ChronoUnit.MILLIS);
        return new Promise(
                context.ids().generateId(),
                context.tenancy().require(),
                PlainText.lineOrNull(order.conversationId()),
                PlainText.lineOrNull(order.agentId()),
                order.visitor() == null ? Visitor.UNKNOWN : order.visitor().clean(),
                order.slot() == null ? null : order.slot().exact(),
                lines,
                total,
                Objects.requireNonNullElse(policy.version(), 0),
                expiry,
                expiry.plus(context.properties().payWindow()));
    }
}
