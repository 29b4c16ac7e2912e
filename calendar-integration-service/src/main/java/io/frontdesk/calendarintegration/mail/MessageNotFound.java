package io.frontdesk.calendarintegration.mail;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.NOT_FOUND, type = "message-not-found", title = "No such message")
class MessageNotFound extends RuntimeException {
    MessageNotFound(UUID id) {
        super("There is no message " + id + ".");
    }
}
