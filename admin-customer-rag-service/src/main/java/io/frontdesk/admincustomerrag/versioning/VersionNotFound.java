package io.frontdesk.admincustomerrag.versioning;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant's configuration never had this version. */
@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "configuration-version-not-found",
        title = "No such version of the configuration")
public class VersionNotFound extends RuntimeException {
    VersionNotFound(int version) {
        super("There is no version " + version + ".");
    }
}
