package io.frontdesk.conversationalpayment.confirmation;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** What is stored is not what was promised. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "quote-altered",
        title = "The quote is not what it was")
public class QuoteAltered extends RuntimeException {
    QuoteAltered() {
        super("The quote has changed since the visitor saw it. Nothing was charged.");
    }
}
