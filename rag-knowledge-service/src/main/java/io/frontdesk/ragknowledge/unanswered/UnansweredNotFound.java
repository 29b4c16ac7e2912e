package io.frontdesk.ragknowledge.unanswered;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no unanswered question of this id. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "unanswered-question-not-found",
        title = "No such unanswered question")
class UnansweredNotFound extends RuntimeException {
    UnansweredNotFound(UUID id) {
        super("There is no unanswered question " + id + ".");
    }
}
