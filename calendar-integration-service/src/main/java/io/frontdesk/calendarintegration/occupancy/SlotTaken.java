package io.frontdesk.calendarintegration.occupancy;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Somebody else has the time. */
@Problem(status = HttpStatus.CONFLICT, type = "slot-taken", title = "Slot taken")
public class SlotTaken extends RuntimeException {
    public SlotTaken() {
        super("This slot is taken. Ask for the availability again and choose another one.");
    }
}
