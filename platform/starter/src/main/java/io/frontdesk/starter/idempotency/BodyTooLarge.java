package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** More than frontdesk.idempotency.largest-request. */
@Problem(
        status = HttpStatus.CONTENT_TOO_LARGE,
        type = "content-too-large",
        title = "The body is too large")
class BodyTooLarge extends RuntimeException {
    BodyTooLarge() {
        super("The body exceeds what this service takes.");
    }
}
