package io.frontdesk.calendarintegration.slots;

import java.util.List;

/**
 * All that decides about the slots of an offering.
 *
 * @param serving of which any one serves, the first one first
 * @param groups of each of which one is needed beside it
 * @param sessions of the offering, where it has seats for several
 * @param now in seconds since 1970
 */
public record Facts(
        Terms terms,
        List<Timeline> serving,
        List<List<Timeline>> groups,
        List<Session> sessions,
        long now) {}
