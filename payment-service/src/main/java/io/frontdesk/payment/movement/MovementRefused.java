package io.frontdesk.payment.movement;

import io.frontdesk.starter.problem.Problem;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;

/** The books do not allow the movement; the provider was not asked. */
abstract class MovementRefused extends RuntimeException {
    private MovementRefused(String message) {
        super(message);
    }

    /** More than is reserved and not yet taken. */
    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "amount-above-authorized",
            title = "The amount is above what is authorized")
    static class AmountAboveAuthorized extends MovementRefused {
        AmountAboveAuthorized(Money left) {
            super("At most " + left + " can be captured, captures under way counted.");
        }
    }

    /** More than was taken and not yet given back. */
    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "amount-above-captured",
            title = "The amount is above what was captured")
    static class AmountAboveCaptured extends MovementRefused {
        AmountAboveCaptured(Money left) {
            super("At most " + left + " can be refunded, refunds under way and disputes counted.");
        }
    }

    /** A refund of money that was never taken. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "payment-not-captured",
            title = "The payment is not captured")
    static class NotCaptured extends MovementRefused {
        NotCaptured() {
            super("Only what was captured can be refunded; cancel an authorization instead.");
        }
    }

    /** A capture of a payment that reserves nothing. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "payment-not-authorized",
            title = "The payment has nothing to capture")
    static class NotAuthorized extends MovementRefused {
        NotAuthorized() {
            super("Only an authorized payment can be captured, and only once in whole.");
        }
    }

    /** A cancellation of what cannot be given back. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "payment-not-cancellable",
            title = "The payment cannot be cancelled")
    static class NotCancellable extends MovementRefused {
        NotCancellable(String status) {
            super(
                    "A payment that is "
                            + status
                            + " cannot be cancelled; a captured one is refunded.");
        }
    }

    /** Another movement must end first. */
    @Problem(
            status = HttpStatus.CONFLICT,
            type = "movement-pending",
            title = "Another movement of this payment is under way")
    static class Pending extends MovementRefused {
        Pending(String kind) {
            super("A " + kind + " of this payment is under way; try again when it has ended.");
        }
    }

    /** An amount in another currency than the payment's. */
    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "currency-mismatch",
            title = "The currency is another one")
    static class CurrencyMismatch extends MovementRefused {
        CurrencyMismatch(String currency) {
            super("The payment is in " + currency + ".");
        }
    }
}
