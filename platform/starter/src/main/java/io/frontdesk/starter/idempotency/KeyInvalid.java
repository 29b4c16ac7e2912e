package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The key is not one. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "idempotency-key-invalid",
        title = "The Idempotency-Key is invalid")
class KeyInvalid extends RuntimeException {
    KeyInvalid() {
        super("Send the header Idempotency-Key once, with 1 to 255 printable ASCII characters.");
    }
}
