package io.frontdesk.payment.quote;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The quote has expired. */
@Problem(status = HttpStatus.GONE, type = "quote-expired", title = "The quote has expired")
class QuoteExpired extends RuntimeException {
    QuoteExpired() {
        super("The quote has expired; make a new one.");
    }
}
