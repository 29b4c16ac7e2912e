package io.frontdesk.ragcore.openai;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The request names a model that is not offered. */
@Problem(status = HttpStatus.NOT_FOUND, type = "model-not-found", title = "There is no such model")
class UnknownModel extends RuntimeException {
    UnknownModel(String detail) {
        super(detail);
    }
}
