package io.frontdesk.payment.movement;

import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.refusal.ProviderRefused;
import io.frontdesk.payment.repair.RepairProperties;
import io.frontdesk.payment.request.RequestHash;
import io.frontdesk.payment.status.PaymentStatus;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/**
 * Captures, refunds and cancels: the intent is written under the payment's lock, so that two calls
 * at once cannot promise the same money; only then the provider is asked.
 */
@Component
public class MoveMoney {
    private final Payments payments;
    private final Movements movements;
    private final PerformMovement perform;
    private final RepairProperties properties;
    private final TransactionTemplate transaction;
    private final IdGenerator ids;
    private final Clock clock;

    MoveMoney(
            Payments payments,
            Movements movements,
            PerformMovement perform,
            RepairProperties properties,
            TransactionTemplate transaction,
            IdGenerator ids,
            Clock clock) {
        this.payments = payments;
        this.movements = movements;
        this.perform = perform;
        this.properties = properties;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a part of what is authorized, or all that is left.
     *
     * @param last whether the rest goes back to the payer
     */
    public Payment capture(UUID payment, @Nullable Money amount, boolean last, String key) {
        return move(
                new Intent(payment, MoneyMovement.CAPTURE, amount, last, null, key),
                may -> may.capture(amount));
    }

    /** Gives a part of what was captured back, or all that is left. */
    public Payment refund(
            UUID payment, @Nullable Money amount, @Nullable String reason, String key) {
        return move(
                new Intent(payment, MoneyMovement.REFUND, amount, false, reason, key),
                may -> may.refund(amount));
    }

    /** Gives an authorization back; a payment that is cancelled stays so. */
    public Payment cancel(UUID payment, String key) {
        var now = payments.get(payment);
        return now.status() == PaymentStatus.CANCELLED
                ? now
                : move(
                        new Intent(payment, MoneyMovement.CANCELLATION, null, false, null, key),
                        Reservation::cancellation);
    }

    private record Intent(
            UUID payment,
            String kind,
            @Nullable Money amount,
            boolean last,
            @Nullable String reason,
            String key) {
        String hash() {
            return RequestHash.of(payment + "|" + kind + "|" + amount + "|" + last + "|" + reason);
        }
    }

    private interface Rule {
        Money allow(Reservation reservation);
    }

    private Payment move(Intent intent, Rule rule) {
        var before = movements.withKey(intent.key());
        if (before.isPresent()) {
            return repeated(before.get(), intent);
        }
        var written = Objects.requireNonNull(transaction.execute(status -> write(intent, rule)));
        return written.isPresent()
                ? perform.perform(written.get())
                : repeated(movements.withKey(intent.key()).orElseThrow(), intent);
    }

    /** Empty where a twin of this call was faster. */
    private Optional<MoneyMovement> write(Intent intent, Rule rule) {
        var payment = payments.lock(intent.payment());
        if (movements.withKey(intent.key()).isPresent()) {
            return Optional.empty();
        }
        var amount = rule.allow(new Reservation(payment, movements.of(payment.id())));
        var now = clock.instant();
        var movement =
                new MoneyMovement(
                        ids.generateId(),
                        payment.id(),
                        intent.kind(),
                        amount,
                        intent.last(),
                        intent.reason(),
                        "asked",
                        null,
                        now,
                        0,
                        intent.hash());
        movements.insert(movement, intent.key(), now.plus(properties.patience()));
        return Optional.of(movement);
    }

    /** What was refused before is refused again; what is unknown is asked for again. */
    private Payment repeated(MoneyMovement before, Intent intent) {
        RequestHash.same(before.requestHash(), intent.hash());
        if (before.state().equals("refused")) {
            throw new ProviderRefused(String.valueOf(before.problem()));
        }
        if (before.pending()) {
            perform.repeat(before);
        }
        return payments.get(before.paymentId());
    }
}
