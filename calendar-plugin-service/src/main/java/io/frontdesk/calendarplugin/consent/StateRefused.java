package io.frontdesk.calendarplugin.consent;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A browser came back with a state that we did not give, gave too long ago, or have used. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "calendar-consent-state",
        title = "The consent cannot be taken")
public class StateRefused extends RuntimeException {
    StateRefused(String message) {
        super(message);
    }
}
