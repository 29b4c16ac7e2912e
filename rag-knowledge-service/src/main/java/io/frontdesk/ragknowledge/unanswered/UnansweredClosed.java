package io.frontdesk.ragknowledge.unanswered;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Someone has answered or dismissed the question already. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "unanswered-question-closed",
        title = "The question is closed")
class UnansweredClosed extends RuntimeException {
    UnansweredClosed(UnansweredQuestion question) {
        super("The question was " + question.status() + " already.");
    }
}
