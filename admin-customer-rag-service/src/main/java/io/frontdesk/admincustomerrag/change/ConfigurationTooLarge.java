package io.frontdesk.admincustomerrag.change;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The configuration as a whole is more than an event to other services can carry. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "configuration-too-large",
        title = "The configuration is too large")
class ConfigurationTooLarge extends RuntimeException {
    ConfigurationTooLarge(int bytes, int most) {
        super("It has %d bytes as JSON, more than %d. Shorten the topics.".formatted(bytes, most));
    }
}
