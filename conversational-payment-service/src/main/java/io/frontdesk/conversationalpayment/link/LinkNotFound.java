package io.frontdesk.conversationalpayment.link;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no payment link of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "link-not-found", title = "No such payment link")
public class LinkNotFound extends RuntimeException {
    LinkNotFound(UUID id) {
        super("There is no payment link " + id + ".");
    }
}
