package io.frontdesk.ragknowledge.core;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The index answers, but not with what was asked. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "index-unavailable",
        title = "The index is unavailable")
public class IndexUnavailable extends RuntimeException {
    IndexUnavailable(Throwable cause) {
        super("The index cannot answer at the moment. Try again in a few seconds.", cause);
    }
}
