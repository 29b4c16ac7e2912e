package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The same key came before, with another call. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "idempotency-key-reused",
        title = "The Idempotency-Key was used for another call")
class KeyReused extends RuntimeException {
    KeyReused() {
        super(
                "This Idempotency-Key came with another path or body before. Use a new one for a"
                        + " new call.");
    }
}
