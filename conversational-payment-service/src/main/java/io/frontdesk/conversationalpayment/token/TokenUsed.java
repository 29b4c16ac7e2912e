package io.frontdesk.conversationalpayment.token;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A token confirms once. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "confirmation-token-used",
        title = "The quote was confirmed before")
public class TokenUsed extends RuntimeException {
    TokenUsed() {
        super("This token was used before. Nothing was charged by this call.");
    }
}
