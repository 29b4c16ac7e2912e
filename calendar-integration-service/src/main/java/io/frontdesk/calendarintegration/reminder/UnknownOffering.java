package io.frontdesk.calendarintegration.reminder;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.NOT_FOUND, type = "offering-not-found", title = "No such offering")
class UnknownOffering extends RuntimeException {
    UnknownOffering(UUID id) {
        super("There is no offering " + id + ".");
    }
}
