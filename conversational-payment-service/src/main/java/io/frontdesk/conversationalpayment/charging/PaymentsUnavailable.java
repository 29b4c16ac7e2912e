package io.frontdesk.conversationalpayment.charging;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Whether payment-service did what it was asked is not known, or it is known that it did not. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "payments-unavailable",
        title = "Payments are unavailable")
public class PaymentsUnavailable extends RuntimeException {
    PaymentsUnavailable(Throwable cause) {
        super("Payments cannot be made at the moment. Try again in a few seconds.", cause);
    }
}
