package io.frontdesk.admincustomerrag.archive;

import io.frontdesk.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** No archive comes or is taken just now. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "archive-unavailable",
        title = "Archives are unavailable")
public class ArchiveUnavailable extends RuntimeException {
    ArchiveUnavailable(@Nullable Throwable cause) {
        super("rag-knowledge-service does not exchange archives at the moment.", cause);
    }
}
