package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A line cannot be quoted as it was asked for. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "line-refused",
        title = "A line cannot be quoted")
public class LineRefused extends RuntimeException {
    LineRefused(int line, String reason) {
        super("lines[" + line + "]: " + reason);
    }
}
