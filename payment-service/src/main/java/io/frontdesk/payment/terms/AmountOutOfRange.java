package io.frontdesk.payment.terms;

import io.frontdesk.starter.problem.Problem;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;

/** The amount is smaller or larger than the tenant's limits. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "amount-out-of-range",
        title = "The amount is out of range")
public class AmountOutOfRange extends RuntimeException {
    AmountOutOfRange(Money minimum, Money maximum) {
        super("The amount must be between " + minimum + " and " + maximum + ".");
    }
}
