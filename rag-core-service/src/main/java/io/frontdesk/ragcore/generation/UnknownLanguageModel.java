package io.frontdesk.ragcore.generation;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The caller asks for a model that is not configured. */
@Problem(status = HttpStatus.NOT_FOUND, type = "model-not-found", title = "There is no such model")
public class UnknownLanguageModel extends RuntimeException {
    UnknownLanguageModel(String detail) {
        super(detail);
    }
}
