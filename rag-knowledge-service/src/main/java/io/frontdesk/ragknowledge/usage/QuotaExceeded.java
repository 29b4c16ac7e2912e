package io.frontdesk.ragknowledge.usage;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant has used what its operator allows. */
@Problem(
        status = HttpStatus.PAYMENT_REQUIRED,
        type = "quota-exceeded",
        title = "The quota is used up")
public class QuotaExceeded extends RuntimeException {
    QuotaExceeded(String detail) {
        super(detail);
    }
}
