package io.frontdesk.ragknowledge.sharing;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The base has no document of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "document-not-found", title = "No such document")
class DocumentElsewhere extends RuntimeException {
    DocumentElsewhere(UUID id, UUID baseId) {
        super("There is no document " + id + " in knowledge base " + baseId + ".");
    }
}
