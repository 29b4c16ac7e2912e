package io.frontdesk.payment.status;

import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of a payment come to. The function looks at them as a set, so that their order and
 * how often each was told do not matter. Money that moved outweighs every word about the attempt: a
 * late failure does not undo a capture, and a late request to authenticate asks nobody.
 *
 * @param capturable what is authorized and neither captured nor given back
 * @param refunded without refunds that came back
 * @param disputed taken back by the payer's bank and not won again
 */
public record Standing(
        PaymentStatus status,
        Money captured,
        Money refunded,
        Money capturable,
        Money disputed,
        @Nullable String providerReference,
        @Nullable Failure failure,
        @Nullable URI actionUrl) {

    public static Standing of(CurrencyUnit currency, Collection<? extends Fact> told) {
        var facts = PlainFacts.of(told);
        var captured = total(currency, facts, Fact.Captured.class, Fact.Captured::amount);
        var refunded =
                total(currency, facts, Fact.Refunded.class, Fact.Refunded::amount)
                        .minus(
                                total(
                                        currency,
                                        facts,
                                        Fact.RefundFailed.class,
                                        Fact.RefundFailed::amount));
        var status = status(facts, captured, refunded);
        return new Standing(
                status,
                captured,
                refunded,
                capturable(currency, facts, captured),
                disputed(currency, facts),
                reference(facts),
                status == PaymentStatus.FAILED
                        ? one(facts, Fact.Failed.class).map(Fact.Failed::failure).orElse(null)
                        : null,
                status == PaymentStatus.REQUIRES_ACTION
                        ? one(facts, Fact.ActionRequired.class)
                                .map(Fact.ActionRequired::url)
                                .orElse(null)
                        : null);
    }

    private static PaymentStatus status(List<Fact> facts, Money captured, Money refunded) {
        if (captured.isPositive()) {
            return !refunded.isLessThan(captured)
                    ? PaymentStatus.REFUNDED
                    : refunded.isPositive()
                            ? PaymentStatus.PARTIALLY_REFUNDED
                            : PaymentStatus.CAPTURED;
        }
        if (has(facts, Fact.Cancelled.class)) {
            return PaymentStatus.CANCELLED;
        }
        if (has(facts, Fact.Failed.class)) {
            return PaymentStatus.FAILED;
        }
        if (has(facts, Fact.Authorized.class)) {
            return PaymentStatus.AUTHORIZED;
        }
        return has(facts, Fact.ActionRequired.class)
                ? PaymentStatus.REQUIRES_ACTION
                : PaymentStatus.UNKNOWN;
    }

    private static Money capturable(CurrencyUnit currency, List<Fact> facts, Money captured) {
        var authorized = total(currency, facts, Fact.Authorized.class, Fact.Authorized::amount);
        return has(facts, Fact.Cancelled.class)
                        || has(facts, Fact.Failed.class)
                        || authorized.isLessThan(captured)
                ? Money.zero(currency)
                : authorized.minus(captured);
    }

    private static Money disputed(CurrencyUnit currency, List<Fact> facts) {
        var won =
                facts.stream()
                        .filter(fact -> fact instanceof Fact.DisputeClosed closed && closed.won())
                        .map(fact -> ((Fact.DisputeClosed) fact).disputeReference())
                        .collect(Collectors.toSet());
        return facts.stream()
                .filter(Fact.DisputeOpened.class::isInstance)
                .map(Fact.DisputeOpened.class::cast)
                .filter(opened -> !won.contains(opened.disputeReference()))
                .map(Fact.DisputeOpened::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** An attempt that failed may have had another reference than the one that took the money. */
    private static @Nullable String reference(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> !fact.providerReference().isEmpty())
                .min(
                        Comparator.<Fact>comparingInt(Standing::rank)
                                .thenComparing(Fact::identity)
                                .thenComparing(Fact::providerReference))
                .map(Fact::providerReference)
                .orElse(null);
    }

    private static int rank(Fact fact) {
        return switch (fact) {
            case Fact.Captured captured -> 0;
            case Fact.Authorized authorized -> 1;
            case Fact.Cancelled cancelled -> 2;
            case Fact.ActionRequired required -> 3;
            case Fact.Failed failed -> 4;
            default -> 5;
        };
    }

    private static <F extends Fact> Money total(
            CurrencyUnit currency, List<Fact> facts, Class<F> kind, Function<F, Money> amount) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static boolean has(List<Fact> facts, Class<? extends Fact> kind) {
        return facts.stream().anyMatch(kind::isInstance);
    }

    private static <F extends Fact> Optional<F> one(List<Fact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
