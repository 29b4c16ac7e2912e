package io.frontdesk.ragknowledge.questionset;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant has as many question sets as are kept. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "too-many-question-sets",
        title = "Too many question sets")
public class TooManyQuestionSets extends RuntimeException {
    TooManyQuestionSets(int most) {
        super("There are %d question sets already; delete one.".formatted(most));
    }
}
