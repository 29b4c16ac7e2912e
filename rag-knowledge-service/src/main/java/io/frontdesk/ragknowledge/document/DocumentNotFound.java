package io.frontdesk.ragknowledge.document;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no document of this id, or the document no such version. */
@Problem(status = HttpStatus.NOT_FOUND, type = "document-not-found", title = "No such document")
public class DocumentNotFound extends RuntimeException {
    DocumentNotFound(UUID id) {
        super("There is no document " + id + ".");
    }

    DocumentNotFound(UUID id, int version) {
        super("There is no version " + version + " of document " + id + ".");
    }
}
