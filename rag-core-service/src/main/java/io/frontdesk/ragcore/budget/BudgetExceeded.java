package io.frontdesk.ragcore.budget;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The call could cost more than what is left of the month's budget. */
@Problem(
        status = HttpStatus.PAYMENT_REQUIRED,
        type = "budget-exceeded",
        title = "The budget for language models does not allow this call")
public class BudgetExceeded extends RuntimeException {
    BudgetExceeded(String detail) {
        super(detail);
    }
}
