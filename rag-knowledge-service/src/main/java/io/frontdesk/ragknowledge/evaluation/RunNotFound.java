package io.frontdesk.ragknowledge.evaluation;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no evaluation run of this id. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "evaluation-run-not-found",
        title = "No such evaluation run")
class RunNotFound extends RuntimeException {
    RunNotFound(UUID id) {
        super("There is no evaluation run " + id + ".");
    }
}
