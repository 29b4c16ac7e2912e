package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The first call with this key is not done yet. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "idempotency-in-progress",
        title = "The first call is still running")
class CallInProgress extends RuntimeException {
    CallInProgress() {
        super("A call with this Idempotency-Key is still running. Repeat yours in a moment.");
    }
}
