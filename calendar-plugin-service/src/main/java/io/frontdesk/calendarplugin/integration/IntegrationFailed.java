package io.frontdesk.calendarplugin.integration;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Bookings and busy time cannot be asked for or told just now. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "calendar-integration-failed",
        title = "The calendar is not available")
public class IntegrationFailed extends RuntimeException {
    IntegrationFailed(Throwable cause) {
        super("calendar-integration-service failed; try again in a moment.", cause);
    }
}
