package io.frontdesk.payment.quote;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The quote is another one. */
@Problem(status = HttpStatus.CONFLICT, type = "quote-differs", title = "The quote is another one")
class QuoteDiffers extends RuntimeException {
    QuoteDiffers() {
        super("A quote was committed to under this id with other content.");
    }
}
