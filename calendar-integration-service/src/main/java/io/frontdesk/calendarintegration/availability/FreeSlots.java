package io.frontdesk.calendarintegration.availability;

import io.frontdesk.calendarintegration.offering.Offerings;
import io.frontdesk.calendarintegration.resource.Resources;
import io.frontdesk.calendarintegration.slots.Slot;
import io.frontdesk.calendarintegration.slots.Slots;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the free slots of an offering. */
@Service
public class FreeSlots {
    private final Offerings offerings;
    private final Resources resources;
    private final SlotFacts facts;
    private final Clock clock;

    FreeSlots(Offerings offerings, Resources resources, SlotFacts facts, Clock clock) {
        this.offerings = offerings;
        this.resources = resources;
        this.facts = facts;
        this.clock = clock;
    }

    /** The zone in which a caller who names none reads times: that of who serves. */
    @Transactional
    ZoneId zone(UUID offeringId, @Nullable UUID resourceId) {
        var id =
                resourceId == null
                        ? offerings.get(offeringId).resourceIds().getFirst()
                        : resourceId;
        return ZoneId.of(resources.get(id).timeZone());
    }

    /**
     * Slots that begin from one instant to before another, ordered by time; none where the offering
     * is not active or the resource does not serve.
     *
     * @param enough after a day that has brought so many, no further day is looked at
     */
    @Transactional
    public List<Slot> between(
            UUID offeringId, @Nullable UUID resourceId, Instant from, Instant to, int enough) {
        var offering = offerings.get(offeringId);
        if (!offering.active()) {
            return List.of();
        }
        var serving =
                resourceId == null
                        ? offering.resourceIds()
                        : offering.resourceIds().stream().filter(resourceId::equals).toList();
        // Whatever is asked for, nothing is free before now or beyond the window.
        long now = clock.instant().getEpochSecond();
        long first = Math.max(now, from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0));
        long end = now + offering.bookingWindow().toSeconds() + 2;
        long last = Math.min(end, to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0));
        if (first >= last) {
            return List.of();
        }
        return new Slots(facts.read(offering, serving, first, last), first, last).first(enough);
    }
}
