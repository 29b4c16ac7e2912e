package io.frontdesk.conversationalpayment.link;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The link cannot be made, or not be used, as asked for. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "link-refused",
        title = "Not possible with this link")
public class LinkRefused extends RuntimeException {
    LinkRefused(String reason) {
        super(reason);
    }
}
