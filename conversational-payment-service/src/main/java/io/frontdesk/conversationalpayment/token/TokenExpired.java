package io.frontdesk.conversationalpayment.token;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The quote's time is over. */
@Problem(
        status = HttpStatus.GONE,
        type = "confirmation-token-expired",
        title = "The quote has expired")
public class TokenExpired extends RuntimeException {
    TokenExpired() {
        super("The time to confirm this quote is over. Ask for a new one. Nothing was charged.");
    }
}
