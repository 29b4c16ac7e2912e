package io.frontdesk.orchestration.deadletters;

import io.frontdesk.starter.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.NOT_FOUND, type = "unknown-dead-letter", title = "Unknown dead letter")
final class UnknownDeadLetter extends RuntimeException {
    UnknownDeadLetter(@Nullable Throwable cause) {
        super("There is no such dead letter: it may have been sent again already.", cause);
    }
}
