package io.frontdesk.calendarintegration.resource;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

@Problem(
        status = HttpStatus.UNPROCESSABLE_CONTENT,
        type = "unknown-holiday-list",
        title = "No such holiday list")
class UnknownHolidayList extends RuntimeException {
    UnknownHolidayList(UUID id) {
        super("There is no holiday list " + id + ".");
    }
}
