package io.frontdesk.ragcore.generation;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** No language model answered; what each of them said is in the log. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "model-unavailable",
        title = "No language model answered")
public class ModelUnavailable extends RuntimeException {
    ModelUnavailable(String detail) {
        super(detail);
    }
}
