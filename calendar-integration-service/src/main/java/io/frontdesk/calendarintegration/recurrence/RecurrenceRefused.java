package io.frontdesk.calendarintegration.recurrence;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The rule is invalid, has no end, or asks for more than this calendar gives. */
@Problem(status = HttpStatus.BAD_REQUEST, type = "recurrence-refused", title = "Recurrence refused")
public class RecurrenceRefused extends RuntimeException {
    RecurrenceRefused(String why) {
        super(why);
    }
}
