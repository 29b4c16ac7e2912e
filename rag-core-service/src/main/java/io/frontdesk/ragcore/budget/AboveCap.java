package io.frontdesk.ragcore.budget;

import io.frontdesk.starter.problem.Problem;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;

/** A budget is to be set higher than what the operator allows the tenant. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "budget-above-cap",
        title = "The budget is above what the operator allows")
public class AboveCap extends RuntimeException {
    AboveCap(BigDecimal wanted, BigDecimal cap, String currency) {
        super(
                "%s %s is more than the %s %s a month that the operator allows."
                        .formatted(
                                wanted.toPlainString(),
                                currency,
                                cap.stripTrailingZeros().toPlainString(),
                                currency));
    }
}
