package io.frontdesk.ragknowledge.website;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no website of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "website-not-found", title = "No such website")
class WebsiteNotFound extends RuntimeException {
    WebsiteNotFound(UUID id) {
        super("There is no website " + id + ".");
    }
}
