package io.frontdesk.calendarintegration.slots;

import java.util.UUID;

/** A session of the offering that takes several people; its own time counts as busy. */
public record Session(UUID resourceId, long start, long end, int taken) {}
