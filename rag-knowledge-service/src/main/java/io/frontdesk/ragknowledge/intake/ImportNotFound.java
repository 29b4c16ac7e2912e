package io.frontdesk.ragknowledge.intake;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The tenant has no import of this id. */
@Problem(status = HttpStatus.NOT_FOUND, type = "import-not-found", title = "No such import")
class ImportNotFound extends RuntimeException {
    ImportNotFound(UUID id) {
        super("There is no import " + id + ".");
    }
}
