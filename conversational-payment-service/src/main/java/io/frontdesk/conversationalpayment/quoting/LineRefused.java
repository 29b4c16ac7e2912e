package io.frontdesk.conversationalpayment.quoting;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A line cannot be quoted as it was asked for. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "line-refused",
        title = "A line cannot be quoted")
public class LineRefused extends RuntimeException {
    private final String reason;

    LineRefused(int line, String reason) {
        super("lines[" + line + "]: " + reason);
        this.reason = reason;
    }

    /** The same without the line's place, for a visitor. */
    public String reason() {
        return reason;
    }
}
