package io.frontdesk.payment.link;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no such link. */
@Problem(status = HttpStatus.NOT_FOUND, type = "link-unknown", title = "No such payment link")
class UnknownLink extends RuntimeException {
    UnknownLink(UUID id) {
        super("There is no payment link " + id + ".");
    }
}
