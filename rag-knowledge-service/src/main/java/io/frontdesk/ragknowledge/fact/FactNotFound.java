package io.frontdesk.ragknowledge.fact;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no fact of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "fact-not-found", title = "No such fact")
class FactNotFound extends RuntimeException {
    FactNotFound(UUID id) {
        super("There is no fact " + id + ".");
    }
}
