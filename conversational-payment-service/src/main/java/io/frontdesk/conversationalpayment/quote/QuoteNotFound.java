package io.frontdesk.conversationalpayment.quote;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no quote of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "quote-not-found", title = "No such quote")
public class QuoteNotFound extends RuntimeException {
    public QuoteNotFound(UUID id) {
        super("There is no quote " + id + ".");
    }
}
