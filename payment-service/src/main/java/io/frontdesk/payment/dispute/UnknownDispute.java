package io.frontdesk.payment.dispute;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no such dispute. */
@Problem(status = HttpStatus.NOT_FOUND, type = "dispute-unknown", title = "No such dispute")
class UnknownDispute extends RuntimeException {
    UnknownDispute(UUID id) {
        super("There is no dispute " + id + ".");
    }
}
