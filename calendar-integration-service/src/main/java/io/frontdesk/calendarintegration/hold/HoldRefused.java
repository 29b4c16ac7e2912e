package io.frontdesk.calendarintegration.hold;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** A hold cannot be used; each kind says why. */
abstract sealed class HoldRefused extends RuntimeException {
    HoldRefused(String message) {
        super(message);
    }

    @Problem(status = HttpStatus.NOT_FOUND, type = "hold-not-found", title = "No such hold")
    static final class HoldNotFound extends HoldRefused {
        HoldNotFound(UUID id) {
            super("There is no hold " + id + ".");
        }
    }

    @Problem(status = HttpStatus.GONE, type = "hold-expired", title = "Hold expired")
    static final class HoldExpired extends HoldRefused {
        HoldExpired() {
            super("The hold has ended, and its slot may be taken by now: hold a slot again.");
        }
    }

    @Problem(status = HttpStatus.CONFLICT, type = "hold-booked", title = "Hold booked already")
    static final class HoldBooked extends HoldRefused {
        HoldBooked() {
            super("The hold has become a booking already.");
        }
    }
}
