package io.frontdesk.ragknowledge.reindexing;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** There is no reindexing of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "reindexing-not-found", title = "No such reindexing")
class ReindexingNotFound extends RuntimeException {
    ReindexingNotFound(UUID id) {
        super("There is no reindexing " + id + ".");
    }
}
