package io.frontdesk.calendarintegration.booking;

/** Published within the transaction that changed the booking. */
public record BookingChanged(BookingFact booking, Kind kind) {
    /** What happened to it. */
    public enum Kind {
        CONFIRMED,
        RESCHEDULED,
        CANCELLED,
        NO_SHOW
    }
}
