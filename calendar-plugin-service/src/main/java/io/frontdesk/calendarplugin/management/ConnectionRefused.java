package io.frontdesk.calendarplugin.management;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The calendar does not open with what was given. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "calendar-connection-refused",
        title = "The calendar cannot be connected")
class ConnectionRefused extends RuntimeException {
    ConnectionRefused(String message) {
        super(message);
    }
}
