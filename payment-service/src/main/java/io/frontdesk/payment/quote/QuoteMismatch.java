package io.frontdesk.payment.quote;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The payment is not what was quoted. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "quote-mismatch",
        title = "The payment is not what was quoted")
class QuoteMismatch extends RuntimeException {
    QuoteMismatch() {
        super("Amount and hash must be those of a quote that was committed to.");
    }
}
