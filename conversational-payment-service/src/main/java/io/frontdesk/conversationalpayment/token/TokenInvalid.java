package io.frontdesk.conversationalpayment.token;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Forged, or made for another quote or visitor; which of these is not told. */
@Problem(
        status = HttpStatus.FORBIDDEN,
        type = "confirmation-token-invalid",
        title = "The confirmation token is not valid for this")
public class TokenInvalid extends RuntimeException {
    TokenInvalid() {
        super("This token does not confirm this quote for this visitor. Nothing was charged.");
    }
}
