package io.frontdesk.calendarintegration.availability;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

@Problem(status = HttpStatus.BAD_REQUEST, type = "invalid-period", title = "Invalid period")
class PeriodRefused extends RuntimeException {
    PeriodRefused() {
        super("The period must end after it begins, at most 62 days later.");
    }
}
