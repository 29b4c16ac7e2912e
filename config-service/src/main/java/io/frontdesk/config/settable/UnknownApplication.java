package io.frontdesk.config.settable;

import io.frontdesk.starter.problem.Problem;
import java.util.Collection;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.NOT_FOUND, type = "unknown-application", title = "Unknown application")
final class UnknownApplication extends RuntimeException {
    UnknownApplication(Collection<String> known) {
        super("There is no such application. Known ones: %s.".formatted(String.join(", ", known)));
    }
}
