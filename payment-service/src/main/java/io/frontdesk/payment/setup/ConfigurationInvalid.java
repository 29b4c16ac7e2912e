package io.frontdesk.payment.setup;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The parts of a configuration do not fit together, or not with what the provider says. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "configuration-invalid",
        title = "The configuration cannot work")
class ConfigurationInvalid extends RuntimeException {
    ConfigurationInvalid(String message) {
        super(message);
    }
}
