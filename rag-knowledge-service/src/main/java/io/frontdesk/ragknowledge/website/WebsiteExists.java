package io.frontdesk.ragknowledge.website;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The base follows this website already. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "website-exists",
        title = "The base follows this website already")
class WebsiteExists extends RuntimeException {
    WebsiteExists(UUID id) {
        super("It is website " + id + ".");
    }
}
