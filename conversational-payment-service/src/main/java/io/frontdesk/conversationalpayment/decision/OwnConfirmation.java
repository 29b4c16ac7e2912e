package io.frontdesk.conversationalpayment.decision;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Four eyes: who confirmed a payment cannot consent to it. */
@Problem(
        status = HttpStatus.FORBIDDEN,
        type = "own-confirmation",
        title = "Somebody else must decide")
public class OwnConfirmation extends RuntimeException {
    OwnConfirmation() {
        super("You confirmed this payment, so that somebody else has to decide on it.");
    }
}
