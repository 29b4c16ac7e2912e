package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.conversationalpayment.quote.QuoteStatus;
import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The quote was withdrawn, confirmed or has ended otherwise. */
@Problem(status = HttpStatus.CONFLICT, type = "quote-not-open", title = "The quote is not open")
public class QuoteNotOpen extends RuntimeException {
    public QuoteNotOpen(UUID id, QuoteStatus status) {
        super("Quote " + id + " is " + status.word().replace('_', ' ') + ".");
    }
}
