package io.frontdesk.config.settings;

import io.frontdesk.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.BAD_REQUEST, type = "unknown-cursor", title = "Unknown cursor")
final class UnknownCursor extends RuntimeException {
    UnknownCursor(@Nullable Throwable cause) {
        super(
                "Send the nextCursor of the page before as it was, or none for the first page.",
                cause);
    }
}
