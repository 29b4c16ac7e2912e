package io.frontdesk.payment.quote;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The quote was used or withdrawn. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "quote-consumed",
        title = "The quote was used or withdrawn")
class QuoteConsumed extends RuntimeException {
    QuoteConsumed() {
        super("The quote was used by a payment or withdrawn; make a new one.");
    }
}
