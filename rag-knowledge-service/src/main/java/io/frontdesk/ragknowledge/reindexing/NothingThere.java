package io.frontdesk.ragknowledge.reindexing;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The base or document to index again is not there, or not the tenant's that was named. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "nothing-to-reindex",
        title = "There is nothing to index again")
class NothingThere extends RuntimeException {
    NothingThere() {
        super("There is no such base or document of that tenant.");
    }
}
