package io.frontdesk.admincustomerrag.change;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Somebody else has changed the configuration since it was read. */
@Problem(
        status = HttpStatus.PRECONDITION_FAILED,
        type = "version-conflict",
        title = "The configuration has changed meanwhile")
class VersionConflict extends RuntimeException {
    VersionConflict(int current) {
        super("The configuration is at version " + current + ". Read it and change it again.");
    }
}
