package io.frontdesk.payment.dispute;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The dispute is decided. */
@Problem(status = HttpStatus.CONFLICT, type = "dispute-closed", title = "The dispute is closed")
class DisputeClosed extends RuntimeException {
    DisputeClosed(String status) {
        super("The dispute was " + status + " and takes no answer any more.");
    }
}
