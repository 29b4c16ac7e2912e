package io.frontdesk.payment.reconciliation;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no such report. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "reconciliation-unknown",
        title = "No such reconciliation")
class UnknownReconciliation extends RuntimeException {
    UnknownReconciliation(UUID id) {
        super("There is no reconciliation " + id + ".");
    }
}
