package io.frontdesk.calendarplugin.ical;

/** One event that cannot be told; the rest of the calendar can. The message names no content. */
final class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String message) {
        super(message);
    }
}
