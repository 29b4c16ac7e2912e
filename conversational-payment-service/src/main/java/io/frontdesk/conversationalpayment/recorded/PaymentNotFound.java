package io.frontdesk.conversationalpayment.recorded;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no payment of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "payment-not-found", title = "No such payment")
public class PaymentNotFound extends RuntimeException {
    public PaymentNotFound(UUID id) {
        super("There is no payment " + id + ".");
    }
}
