package io.frontdesk.calendarplugin.builtin;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The calendar has no event of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "calendar-event-not-found", title = "No such event")
class EventNotFound extends RuntimeException {
    EventNotFound(UUID id) {
        super("There is no event " + id + " in this calendar.");
    }
}
