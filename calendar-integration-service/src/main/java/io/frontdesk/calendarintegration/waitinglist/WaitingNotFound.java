package io.frontdesk.calendarintegration.waitinglist;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.NOT_FOUND, type = "waiting-not-found", title = "Nobody waits so")
class WaitingNotFound extends RuntimeException {
    WaitingNotFound(UUID id) {
        super("There is no entry " + id + " in the waiting list.");
    }
}
