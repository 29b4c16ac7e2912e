package io.frontdesk.payment.webhook;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant received no such message. */
@Problem(status = HttpStatus.NOT_FOUND, type = "webhook-unknown", title = "No such webhook")
class UnknownWebhook extends RuntimeException {
    UnknownWebhook(UUID id) {
        super("There is no webhook " + id + ".");
    }
}
