package io.frontdesk.calendarintegration.availability;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A slot that can be booked. */
record FreeSlot(UUID resourceId, OffsetDateTime start, OffsetDateTime end, int seatsLeft) {}
