package io.frontdesk.calendarplugin.refusal;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The provider forgot where we were; a sync begins again from nothing. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "calendar-sync-token-expired",
        title = "The calendar must be read anew")
public class SyncTokenExpired extends RuntimeException {
    public SyncTokenExpired(String message) {
        super(message);
    }

    public SyncTokenExpired(String message, Throwable cause) {
        super(message, cause);
    }
}
