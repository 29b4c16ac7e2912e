package io.frontdesk.calendarintegration.offering;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "unknown-resource",
        title = "No such resource")
class UnknownResource extends RuntimeException {
    UnknownResource(UUID id) {
        super("There is no resource " + id + ", so that nothing can be booked with it.");
    }
}
