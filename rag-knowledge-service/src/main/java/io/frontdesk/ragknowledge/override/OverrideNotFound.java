package io.frontdesk.ragknowledge.override;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no curated answer of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "override-not-found", title = "No such override")
class OverrideNotFound extends RuntimeException {
    OverrideNotFound(UUID id) {
        super("There is no override " + id + ".");
    }
}
