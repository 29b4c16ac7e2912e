package io.frontdesk.calendarintegration.availability;

import io.frontdesk.starter.problem.Problem;
import org.springframework.http.HttpStatus;

/** A rule forbids the slot; each kind says which. */
abstract sealed class SlotRefused extends RuntimeException {
    SlotRefused(String message) {
        super(message);
    }

    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "offering-inactive",
            title = "Not bookable")
    static final class OfferingInactive extends SlotRefused {
        OfferingInactive() {
            super("This offering cannot be booked at present.");
        }
    }

    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "resource-inactive",
            title = "Not bookable")
    static final class ResourceInactive extends SlotRefused {
        ResourceInactive() {
            super("The resource cannot be booked at present.");
        }
    }

    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "resource-does-not-serve",
            title = "Not of this offering")
    static final class ResourceDoesNotServe extends SlotRefused {
        ResourceDoesNotServe() {
            super("The resource does not serve this offering: take one of its resourceIds.");
        }
    }

    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "resource-required",
            title = "Resource required")
    static final class ResourceRequired extends SlotRefused {
        ResourceRequired() {
            super("Customers of this offering choose who serves: name a resourceId.");
        }
    }

    @Problem(status = HttpStatus.CONFLICT, type = "calendar-stale", title = "Calendar stale")
    static final class CalendarStale extends SlotRefused {
        CalendarStale() {
            super(
                    "A calendar that this depends on has not been heard of for too long; nothing can"
                            + " be booked until it has.");
        }
    }

    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "slot-in-past",
            title = "Slot in the past")
    static final class SlotInPast extends SlotRefused {
        SlotInPast() {
            super("The slot begins in the past.");
        }
    }

    @Problem(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "too-soon", title = "Too soon")
    static final class TooSoon extends SlotRefused {
        TooSoon() {
            super("The slot begins sooner than the offering's minimum notice.");
        }
    }

    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "beyond-window",
            title = "Beyond the booking window")
    static final class BeyondWindow extends SlotRefused {
        BeyondWindow() {
            super("The slot is further ahead than this offering can be booked.");
        }
    }

    @Problem(
            status = HttpStatus.UNPROCESSABLE_CONTENT,
            type = "outside-working-hours",
            title = "Outside working hours")
    static final class OutsideWorkingHours extends SlotRefused {
        OutsideWorkingHours() {
            super("The slot is not wholly within the hours of who would serve.");
        }
    }

    @Problem(status = HttpStatus.UNPROCESSABLE_CONTENT, type = "off-step", title = "Off the step")
    static final class OffStep extends SlotRefused {
        OffStep() {
            super("No slot begins at this time: ask for the availability and take one of its.");
        }
    }
}
