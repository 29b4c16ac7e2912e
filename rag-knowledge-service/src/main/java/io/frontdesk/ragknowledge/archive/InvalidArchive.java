package io.frontdesk.ragknowledge.archive;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The bytes are no archive that can be imported. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "archive-invalid",
        title = "The archive cannot be imported")
public class InvalidArchive extends RuntimeException {
    public InvalidArchive(String detail) {
        super(detail);
    }
}
