package io.frontdesk.ragcore.chunk;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Chunks of a document arrive after it was deleted. */
@Problem(
        status = HttpStatus.GONE,
        type = "document-deleted",
        title = "The document has been deleted")
public class DocumentDeleted extends RuntimeException {
    DocumentDeleted(UUID document) {
        super("Document " + document + " has been deleted; its chunks are not stored any more.");
    }
}
