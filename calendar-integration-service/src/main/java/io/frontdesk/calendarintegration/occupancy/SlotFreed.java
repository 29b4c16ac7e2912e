package io.frontdesk.calendarintegration.occupancy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Within the transaction at hand, this time of these resources has become free. */
public record SlotFreed(List<UUID> resourceIds, Instant from, Instant to) {}
