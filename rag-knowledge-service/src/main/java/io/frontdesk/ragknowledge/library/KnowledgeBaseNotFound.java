package io.frontdesk.ragknowledge.library;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no knowledge base of this id. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "knowledge-base-not-found",
        title = "No such knowledge base")
public class KnowledgeBaseNotFound extends RuntimeException {
    KnowledgeBaseNotFound(UUID id) {
        super("There is no knowledge base " + id + ".");
    }
}
