package io.frontdesk.calendarplugin.refusal;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Somebody changed the event there since we last saw it. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "calendar-version-conflict",
        title = "The event was changed in the calendar")
public class VersionConflict extends RuntimeException {
    public VersionConflict(String message) {
        super(message);
    }

    public VersionConflict(String message, Throwable cause) {
        super(message, cause);
    }
}
