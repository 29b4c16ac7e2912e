package io.frontdesk.payment.setup;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Somebody else saved in the meantime. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "configuration-changed",
        title = "The configuration has changed")
class ConfigurationChanged extends RuntimeException {
    ConfigurationChanged(long version) {
        super("The configuration is at version " + version + " now; read it again.");
    }
}
