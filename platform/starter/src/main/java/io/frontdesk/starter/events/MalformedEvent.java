package io.frontdesk.starter.events;

/** A message that no retry makes readable. The message of the exception is the reason. */
class MalformedEvent extends RuntimeException {
    MalformedEvent(String reason) {
        super(reason);
    }

    MalformedEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
