package io.frontdesk.calendarintegration.slots;

/** What is in the way of a start, the first of several. */
public enum Verdict {
    INACTIVE,
    STALE,
    IN_PAST,
    TOO_SOON,
    BEYOND_WINDOW,
    OUTSIDE_HOURS,
    OFF_STEP,
    TAKEN,
    FREE
}
