package io.frontdesk.ragknowledge.questionset;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no question set of this id. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "question-set-not-found",
        title = "No such question set")
public class QuestionSetNotFound extends RuntimeException {
    QuestionSetNotFound(UUID id) {
        super("There is no question set " + id + ".");
    }
}
