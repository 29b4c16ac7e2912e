package io.frontdesk.ragknowledge.industry;

import io.frontdesk.ragknowledge.pack.Version;
import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A newer version of the pack is installed. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "older-version",
        title = "A newer version is installed")
class OlderVersion extends RuntimeException {
    OlderVersion(Version installed, Version asked) {
        super(
                "Version %s is installed; remove it before you install %s."
                        .formatted(installed, asked));
    }
}
