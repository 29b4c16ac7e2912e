package io.frontdesk.ragknowledge.document;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no document of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "document-not-found", title = "No such document")
public class DocumentNotFound extends RuntimeException {
    DocumentNotFound(UUID id) {
        super("There is no document " + id + ".");
    }
}
