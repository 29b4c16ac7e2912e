package io.frontdesk.payment.book;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no such payment. */
@Problem(status = HttpStatus.NOT_FOUND, type = "payment-unknown", title = "No such payment")
public class UnknownPayment extends RuntimeException {
    UnknownPayment(UUID id) {
        super("There is no payment " + id + ".");
    }
}
