package io.frontdesk.ragknowledge.intake;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** More bytes than an archive may have. */
@Problem(
        status = HttpStatus.CONTENT_TOO_LARGE,
        type = "archive-too-large",
        title = "The archive is too large")
class ArchiveTooLarge extends RuntimeException {
    ArchiveTooLarge(DataSize most) {
        super("An archive may have up to " + most.toMegabytes() + " MB.");
    }
}
