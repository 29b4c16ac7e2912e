package io.frontdesk.calendarintegration.booking;

import io.frontdesk.starter.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** A booking cannot be found or changed; each kind says why. */
abstract sealed class BookingRefused extends RuntimeException {
    BookingRefused(String message) {
        super(message);
    }

    @Problem(status = HttpStatus.NOT_FOUND, type = "booking-not-found", title = "No such booking")
    static final class BookingNotFound extends BookingRefused {
        BookingNotFound(UUID id) {
            super("There is no booking " + id + ".");
        }
    }

    @Problem(status = HttpStatus.CONFLICT, type = "booking-ended", title = "Booking has ended")
    static final class BookingEnded extends BookingRefused {
        BookingEnded(Booking.Status status) {
            super("The booking is " + status.word() + " and changes no more.");
        }
    }

    @Problem(
            status = HttpStatus.CONFLICT,
            type = "booking-not-begun",
            title = "Booking has not begun")
    static final class BookingNotBegun extends BookingRefused {
        BookingNotBegun() {
            super("The booking's time has not come yet.");
        }
    }
}
