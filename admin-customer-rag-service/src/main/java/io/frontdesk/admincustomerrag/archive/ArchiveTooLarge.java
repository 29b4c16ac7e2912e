package io.frontdesk.admincustomerrag.archive;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The archive is larger than any that is taken in. */
@Problem(
        status = HttpStatus.CONTENT_TOO_LARGE,
        type = "archive-too-large",
        title = "The archive is too large")
class ArchiveTooLarge extends RuntimeException {
    ArchiveTooLarge(DataSize most) {
        super("An archive may have " + most.toMegabytes() + " MB.");
    }
}
