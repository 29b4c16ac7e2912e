package io.frontdesk.calendarintegration.occupancy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is to be taken: a seat of an appointment or class, for somebody.
 *
 * @param resources that are occupied; the first one serves, the others are needed beside it
 * @param from when the resources are occupied first, the buffer included
 * @param to when they are free again, the buffer included
 * @param capacity seats that such a session has
 */
public record Seat(
        UUID offeringId,
        List<UUID> resources,
        Instant start,
        Instant end,
        Instant from,
        Instant to,
        int capacity) {
    UUID serving() {
        return resources.getFirst();
    }
}
