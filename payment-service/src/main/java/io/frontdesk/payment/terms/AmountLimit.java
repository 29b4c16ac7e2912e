package io.frontdesk.payment.terms;

import io.frontdesk.starter.money.PositiveMoney;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.joda.money.Money;

/** The smallest and the largest payment in one currency, both allowed themselves. */
public record AmountLimit(
        @NotNull @PositiveMoney Money minimum, @NotNull @PositiveMoney Money maximum) {
    boolean isFor(Money amount) {
        return minimum.isSameCurrency(amount);
    }

    boolean allows(Money amount) {
        return !amount.isLessThan(minimum) && !amount.isGreaterThan(maximum);
    }

    // Validation asks also where a part is missing, which NotNull reports.
    @SuppressWarnings("NullAway")
    @AssertTrue(message = "needs a minimum and a larger maximum in the same currency") boolean isConsistent() {
        return minimum == null
                || maximum == null
                || (minimum.isSameCurrency(maximum) && !maximum.isLessThan(minimum));
    }
}
