package io.frontdesk.ragcore.openai;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A model is asked for vectors of a size that it does not have. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "dimensions-unsupported",
        title = "The model has no vectors of that size")
class UnsupportedDimensions extends RuntimeException {
    UnsupportedDimensions(String model, int dimension) {
        super("dimensions must be left out or be %d for %s.".formatted(dimension, model));
    }
}
