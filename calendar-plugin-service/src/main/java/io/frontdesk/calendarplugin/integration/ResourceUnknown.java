package io.frontdesk.calendarplugin.integration;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no such resource. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "calendar-resource-unknown",
        title = "No such resource")
public class ResourceUnknown extends RuntimeException {
    ResourceUnknown(UUID id) {
        super("There is no resource " + id + " to connect a calendar to.");
    }
}
