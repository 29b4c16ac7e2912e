package io.frontdesk.calendarintegration.resource;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no resource of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "resource-not-found", title = "No such resource")
public class ResourceNotFound extends RuntimeException {
    public ResourceNotFound(UUID id) {
        super("There is no resource " + id + ".");
    }
}
