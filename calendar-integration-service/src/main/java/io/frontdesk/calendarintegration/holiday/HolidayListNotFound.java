package io.frontdesk.calendarintegration.holiday;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

@Problem(
        status = HttpStatus.NOT_FOUND,
        type = "holiday-list-not-found",
        title = "No such holiday list")
class HolidayListNotFound extends RuntimeException {
    HolidayListNotFound(UUID id) {
        super("There is no holiday list " + id + ".");
    }
}
