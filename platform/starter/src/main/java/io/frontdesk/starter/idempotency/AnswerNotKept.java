package io.frontdesk.starter.idempotency;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The call was done before, and its answer cannot be repeated. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "idempotency-answer-not-kept",
        title = "The call was done before")
class AnswerNotKept extends RuntimeException {
    AnswerNotKept() {
        super(
                "The first call with this Idempotency-Key succeeded; its answer was streamed or too"
                        + " large to be kept. Read the resource instead.");
    }
}
