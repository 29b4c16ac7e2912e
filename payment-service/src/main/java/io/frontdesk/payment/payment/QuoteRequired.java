package io.frontdesk.payment.payment;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A service pays for somebody, and nothing says that they agreed. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "quote-required",
        title = "A quote is required")
class QuoteRequired extends RuntimeException {
    QuoteRequired() {
        super("A service may only take what a quote carries; give quoteId and quoteHash.");
    }
}
