package io.frontdesk.conversationalpayment.overview;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The days asked for make no period. */
@Problem(status = HttpStatus.BAD_REQUEST, type = "period-invalid", title = "Not a period")
public class PeriodInvalid extends RuntimeException {
    PeriodInvalid() {
        super("from must not be after to, and at most 400 days before it.");
    }
}
