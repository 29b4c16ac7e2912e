package io.frontdesk.payment.webhook;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** No provider sends messages of this size. */
@Problem(
        status = HttpStatus.CONTENT_TOO_LARGE,
        type = "content-too-large",
        title = "The message is too large")
class WebhookTooLarge extends RuntimeException {
    WebhookTooLarge() {
        super("A webhook may have one megabyte.");
    }
}
