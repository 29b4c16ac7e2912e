package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The call has effects that must not be doubled, and comes without a key. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "idempotency-key-required",
        title = "An Idempotency-Key is needed")
class KeyRequired extends RuntimeException {
    KeyRequired() {
        super(
                "Send the header Idempotency-Key with a value of your own, and the same value when"
                        + " you repeat the call.");
    }
}
