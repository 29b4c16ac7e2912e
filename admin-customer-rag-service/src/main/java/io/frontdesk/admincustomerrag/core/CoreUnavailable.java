package io.frontdesk.admincustomerrag.core;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** rag-core-service answers, but not with what was asked. */
@Problem(
        status = HttpStatus.SERVICE_UNAVAILABLE,
        type = "core-unavailable",
        title = "The index is unavailable")
public class CoreUnavailable extends RuntimeException {
    CoreUnavailable(Throwable cause) {
        super("rag-core-service cannot answer at the moment. Try again later.", cause);
    }
}
