package io.frontdesk.calendarintegration.slots;

import java.util.UUID;

/** A free slot, in seconds since 1970. */
public record Slot(UUID resourceId, long start, long end, int seatsLeft) {}
