package io.frontdesk.calendarplugin.management;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** Nobody said what is to become of the events. */
@Problem(
        status = HttpStatus.BAD_REQUEST,
        type = "calendar-disposition-missing",
        title = "Say what becomes of the events")
class DispositionMissing extends RuntimeException {
    DispositionMissing() {
        super(
                "Say mirrored=keep or mirrored=remove: whether the busy time that was read from the"
                        + " calendar stays; and written=keep or written=remove: whether the events of"
                        + " bookings that were written into it stay there.");
    }
}
