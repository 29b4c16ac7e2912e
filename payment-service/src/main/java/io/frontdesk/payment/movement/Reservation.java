package io.frontdesk.payment.movement;

import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.status.PaymentStatus;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payment still allows, with everything under way counted as if it had happened: what nobody
 * knows yet must not be spent twice.
 */
record Reservation(Payment payment, List<MoneyMovement> movements) {
    Money capture(@Nullable Money wanted) {
        refuseWhile(MoneyMovement.CANCELLATION);
        if (!payment.capturable().isPositive()) {
            throw new MovementRefused.NotAuthorized();
        }
        var left = payment.capturable().minus(pending(MoneyMovement.CAPTURE));
        var amount = checked(wanted == null ? left : wanted);
        if (amount.isGreaterThan(left) || !amount.isPositive()) {
            throw new MovementRefused.AmountAboveAuthorized(left);
        }
        return amount;
    }

    Money refund(@Nullable Money wanted) {
        if (!payment.captured().isPositive()) {
            throw new MovementRefused.NotCaptured();
        }
        var left =
                payment.captured()
                        .minus(payment.refunded())
                        .minus(payment.disputed())
                        .minus(pending(MoneyMovement.REFUND));
        var amount = checked(wanted == null ? left : wanted);
        if (amount.isGreaterThan(left) || !amount.isPositive()) {
            throw new MovementRefused.AmountAboveCaptured(left);
        }
        return amount;
    }

    Money cancellation() {
        refuseWhile(MoneyMovement.CAPTURE);
        refuseWhile(MoneyMovement.CANCELLATION);
        var open =
                payment.capturable().isPositive()
                        || payment.status() == PaymentStatus.REQUIRES_ACTION;
        if (!open || payment.providerReference() == null) {
            throw new MovementRefused.NotCancellable(payment.status().word());
        }
        return payment.capturable();
    }

    private void refuseWhile(String kind) {
        if (movements.stream().anyMatch(each -> each.pending() && each.kind().equals(kind))) {
            throw new MovementRefused.Pending(kind);
        }
    }

    private Money pending(String kind) {
        return movements.stream()
                .filter(each -> each.pending() && each.kind().equals(kind))
                .map(MoneyMovement::amount)
                .reduce(Money.zero(payment.amount().getCurrencyUnit()), Money::plus);
    }

    private Money checked(Money wanted) {
        if (!wanted.isSameCurrency(payment.amount())) {
            throw new MovementRefused.CurrencyMismatch(
                    payment.amount().getCurrencyUnit().getCode());
        }
        return wanted;
    }
}
