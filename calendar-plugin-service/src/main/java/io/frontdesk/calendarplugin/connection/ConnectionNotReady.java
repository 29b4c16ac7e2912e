package io.frontdesk.calendarplugin.connection;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The connection is paused, revoked or waits for its owner's consent. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "calendar-connection-not-ready",
        title = "The connection cannot be used now")
public class ConnectionNotReady extends RuntimeException {
    public ConnectionNotReady(String message) {
        super(message);
    }
}
