package io.frontdesk.payment.payment;

import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.fact.Fact;
import io.frontdesk.payment.fact.Failure;
import io.frontdesk.payment.movement.MoneyMovement;
import io.frontdesk.payment.status.PaymentStatus;
import io.frontdesk.payment.terms.CaptureMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as callers see it.
 *
 * @param captured taken so far
 * @param refunded given back so far
 * @param capturable authorized, and neither taken nor given back
 * @param disputed taken back by the payer's bank
 * @param live whether it is real money
 * @param nextAction where the payer must go while the status is requires_action
 * @param pending movements whose outcome is not known yet
 * @param history what happened, oldest first; told of a single payment
 */
record PaymentView(
        UUID id,
        PaymentStatus status,
        Money amount,
        Money captured,
        Money refunded,
        Money capturable,
        Money disputed,
        String provider,
        @Nullable String providerReference,
        boolean live,
        CaptureMode capture,
        @Nullable Failure failure,
        @Nullable NextAction nextAction,
        @Nullable String reference,
        @Nullable String description,
        Map<String, String> metadata,
        @Nullable UUID customerId,
        @Nullable UUID quoteId,
        @Nullable UUID linkId,
        Instant createdAt,
        Instant changedAt,
        List<Pending> pending,
        List<Step> history) {

    record NextAction(String url) {}

    /** A capture, refund or cancellation that is under way or unanswered. */
    record Pending(UUID id, String kind, Money amount, String state) {}

    /** One thing that happened, by the provider's clock. */
    record Step(Instant at, String kind, @Nullable Money amount) {
        static Step of(Fact fact) {
            return new Step(fact.at(), kind(fact), amount(fact));
        }

        private static String kind(Fact fact) {
            var name = fact.getClass().getSimpleName();
            return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }

        private static @Nullable Money amount(Fact fact) {
            return switch (fact) {
                case Fact.Authorized told -> told.amount();
                case Fact.Captured told -> told.amount();
                case Fact.FeeTaken told -> told.amount();
                case Fact.Refunded told -> told.amount();
                case Fact.RefundFailed told -> told.amount();
                case Fact.DisputeOpened told -> told.amount();
                case Fact.DisputeClosed told -> told.amount();
                default -> null;
            };
        }
    }

    static PaymentView of(Payment payment) {
        return of(payment, List.of(), List.of());
    }

    static PaymentView of(Payment payment, List<MoneyMovement> movements, List<Fact> facts) {
        var asked = payment.purchase();
        return new PaymentView(
                payment.id(),
                payment.status(),
                payment.amount(),
                payment.captured(),
                payment.refunded(),
                payment.capturable(),
                payment.disputed(),
                payment.provider(),
                payment.providerReference(),
                payment.live(),
                asked.manualCapture() ? CaptureMode.MANUAL : CaptureMode.AUTOMATIC,
                payment.failure(),
                payment.actionUrl() == null ? null : new NextAction(payment.actionUrl()),
                asked.reference(),
                asked.description(),
                asked.metadata(),
                asked.customerId(),
                asked.quoteId(),
                asked.linkId(),
                payment.createdAt(),
                payment.changedAt(),
                movements.stream()
                        .filter(MoneyMovement::pending)
                        .map(each ->
                                new Pending(each.id(), each.kind(), each.amount(), each.state()))
                        .toList(),
                facts.isEmpty() ? List.of() : history(payment, facts));
    }

    private static List<Step> history(Payment payment, List<Fact> facts) {
        var asked = new Step(payment.createdAt(), "asked", payment.amount());
        return Stream.concat(
                        Stream.of(asked),
                        facts.stream().map(Step::of).sorted(Comparator.comparing(Step::at)))
                .toList();
    }
}
