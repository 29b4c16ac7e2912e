package io.frontdesk.calendarintegration.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import io.frontdesk.calendarintegration.clocktime.ZoneName;
import io.frontdesk.calendarintegration.slots.Slot;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service', 'visitor')")
class AvailabilityController {
    private static final Duration LONGEST = Duration.ofDays(62);
    private static final int MOST = 20_000;

    private final FreeSlots free;

    AvailabilityController(FreeSlots free) {
        this.free = free;
    }

    /**
     * Free slots in the order of time.
     *
     * @param nextFrom where to ask on, when there were too many for one answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Availability(List<FreeSlot> slots, @Nullable OffsetDateTime nextFrom) {}

    @GetMapping("/api/calendar/availability")
    @Operation(
            summary =
                    "Free slots that begin from one time to before another, at most 62 days later",
            description =
                    "Times are told in timeZone; without one, in that of the resource. An answer"
                            + " holds at most 20,000 slots, and then says where to ask on.")
    Availability availability(
            @RequestParam UUID offeringId,
            @RequestParam(required = false) @Nullable UUID resourceId,
            @RequestParam @CalendarTime OffsetDateTime from,
            @RequestParam @CalendarTime OffsetDateTime to,
            @RequestParam(required = false) @ZoneName @Nullable String timeZone) {
        if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new PeriodRefused();
        }
        var zone = timeZone == null ? free.zone(offeringId, resourceId) : ZoneId.of(timeZone);
        var slots =
                free.between(offeringId, resourceId, from.toInstant(), to.toInstant(), MOST + 1);
        var shown = slots.size() > MOST ? whole(slots) : slots;
        return new Availability(
                told(shown, zone),
                shown.size() < slots.size() ? time(slots.get(shown.size()).start(), zone) : null);
    }

    /** Slots that begin at one time stay together, so that none is told twice or never. */
    private static List<Slot> whole(List<Slot> slots) {
        int size = MOST;
        while (size > 0 && slots.get(size - 1).start() == slots.get(size).start()) {
            size--;
        }
        return slots.subList(0, size);
    }

    private static List<FreeSlot> told(List<Slot> slots, ZoneId zone) {
        var times = new HashMap<Long, String>();
        Function<Long, String> time = second -> text(second, zone);
        var told = new ArrayList<FreeSlot>(slots.size());
        for (var slot : slots) {
            told.add(
                    new FreeSlot(
                            slot.resourceId(),
                            times.computeIfAbsent(slot.start(), time),
                            times.computeIfAbsent(slot.end(), time),
                            slot.seatsLeft()));
        }
        return told;
    }

    private static String text(long second, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time(second, zone));
    }

    private static OffsetDateTime time(long second, ZoneId zone) {
        return OffsetDateTime.ofInstant(Instant.ofEpochSecond(second), zone);
    }
}
