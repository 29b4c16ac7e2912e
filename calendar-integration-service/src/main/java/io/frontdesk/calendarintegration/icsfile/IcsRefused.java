package io.frontdesk.calendarintegration.icsfile;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** The file is no calendar, too large, or says something that cannot be understood for sure. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "calendar-file-refused",
        title = "Calendar file refused")
public class IcsRefused extends RuntimeException {
    IcsRefused(String why) {
        super(why);
    }
}
