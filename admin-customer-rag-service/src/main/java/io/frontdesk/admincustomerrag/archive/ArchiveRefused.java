package io.frontdesk.admincustomerrag.archive;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** What was sent is no archive that can be taken in. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "archive-refused",
        title = "The archive is refused")
class ArchiveRefused extends RuntimeException {
    ArchiveRefused(String why) {
        super(why);
    }
}
