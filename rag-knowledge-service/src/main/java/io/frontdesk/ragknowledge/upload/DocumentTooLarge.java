package io.frontdesk.ragknowledge.upload;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** More bytes than a document may have. */
@Problem(
        status = HttpStatus.CONTENT_TOO_LARGE,
        type = "document-too-large",
        title = "The document is too large")
class DocumentTooLarge extends RuntimeException {
    DocumentTooLarge(DataSize most) {
        super("A document may have up to " + most.toMegabytes() + " MB.");
    }
}
