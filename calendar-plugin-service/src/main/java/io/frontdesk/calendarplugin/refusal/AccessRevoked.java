package io.frontdesk.calendarplugin.refusal;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The owner, or the provider, took the access back. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "calendar-access-revoked",
        title = "The calendar must be connected again")
public class AccessRevoked extends RuntimeException {
    public AccessRevoked(String message) {
        super(message);
    }

    public AccessRevoked(String message, Throwable cause) {
        super(message, cause);
    }
}
