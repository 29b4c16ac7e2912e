package io.frontdesk.calendarplugin.connection;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no connection of this id. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "calendar-connection-not-found",
        title = "No such connection")
public class ConnectionNotFound extends RuntimeException {
    public ConnectionNotFound(UUID id) {
        super("There is no calendar connection " + id + ".");
    }
}
