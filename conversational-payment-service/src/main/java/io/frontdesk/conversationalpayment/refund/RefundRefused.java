package io.frontdesk.conversationalpayment.refund;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The refund rules do not allow it. */
@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "refund-refused",
        title = "Not allowed by the refund rules")
public class RefundRefused extends RuntimeException {
    RefundRefused(String reason) {
        super(reason);
    }
}
