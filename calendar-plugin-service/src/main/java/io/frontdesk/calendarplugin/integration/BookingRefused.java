package io.frontdesk.calendarplugin.integration;

/**
 * A change that came back from a calendar was not accepted for the booking; the message says why.
 */
public class BookingRefused extends RuntimeException {
    BookingRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
