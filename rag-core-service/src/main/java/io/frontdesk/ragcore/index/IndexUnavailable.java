package io.frontdesk.ragcore.index;

import io.frontdesk.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The index is being rebuilt, or cannot be read or written just now. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "index-unavailable",
        title = "The search index is not available")
public class IndexUnavailable extends RuntimeException {
    public IndexUnavailable(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }
}
