package io.frontdesk.calendarintegration.slots;

import java.util.List;
import java.util.UUID;

/**
 * What is to be said about one start.
 *
 * @param resourceId that would serve
 * @param beside what would be needed beside it; empty too where a session exists already
 * @param seatsLeft above 0 when free
 */
public record Choice(Verdict verdict, UUID resourceId, List<UUID> beside, int seatsLeft) {}
