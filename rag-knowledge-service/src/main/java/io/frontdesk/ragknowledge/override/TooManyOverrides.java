package io.frontdesk.ragknowledge.override;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The tenant has as many curated answers as one may have. */
@Problem(
        status = HttpStatus.CONFLICT,
        type = "too-many-overrides",
        title = "There are too many overrides")
public class TooManyOverrides extends RuntimeException {
    TooManyOverrides(int most) {
        super("A tenant may have up to " + most + " overrides. Delete some first.");
    }
}
