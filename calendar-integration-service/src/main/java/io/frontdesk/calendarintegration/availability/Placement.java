package io.frontdesk.calendarintegration.availability;

import io.frontdesk.calendarintegration.hours.Interval;
import io.frontdesk.calendarintegration.occupancy.Occupancy;
import io.frontdesk.calendarintegration.occupancy.Seat;
import io.frontdesk.calendarintegration.occupancy.SlotTaken;
import io.frontdesk.calendarintegration.occupancy.Turns;
import io.frontdesk.calendarintegration.offering.Assignment;
import io.frontdesk.calendarintegration.offering.Offering;
import io.frontdesk.calendarintegration.slots.Choice;
import io.frontdesk.calendarintegration.slots.Slots;
import io.frontdesk.calendarintegration.slots.Timeline;
import io.frontdesk.calendarintegration.slots.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds who serves at a start, and what is needed beside; or says what forbids it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Placement {
    private final SlotFacts facts;
    private final Occupancy occupancy;
    private final Turns turns;
    private final Clock clock;

    Placement(SlotFacts facts, Occupancy occupancy, Turns turns, Clock clock) {
        this.facts = facts;
        this.occupancy = occupancy;
        this.turns = turns;
        this.clock = clock;
    }

    private record Candidate(Timeline timeline, Choice choice, long booked) {}

    /** Waits for its turn at everything that the offering may need at this start. */
    public void prepare(
            Offering offering, Set<UUID> others, @Nullable UUID resource, Instant start) {
        var wanted = new HashSet<>(others);
        wanted.addAll(serving(offering, resource));
        offering.alsoRequires().forEach(wanted::addAll);
        var end = start.plus(offering.duration());
        turns.prepare(
                wanted, start.minus(offering.bufferBefore()), end.plus(offering.bufferAfter()));
    }

    /**
     * A seat that is free as far as the rows tell.
     *
     * @throws SlotTaken when there is none
     */
    public Seat choose(Offering offering, @Nullable UUID resource, Instant start) {
        if (!offering.active()) {
            throw new SlotRefused.OfferingInactive();
        }
        if (resource == null && offering.assignment() == Assignment.CHOICE) {
            throw new SlotRefused.ResourceRequired();
        }
        if (start.getNano() != 0) {
            throw new SlotRefused.OffStep();
        }
        prepare(offering, Set.of(), resource, start);
        long second = start.getEpochSecond();
        var known = facts.read(offering, serving(offering, resource), second, second + 1);
        var slots = new Slots(known, second, second + 1);
        var candidates =
                known.serving().stream()
                        .map(timeline ->
                                new Candidate(
                                        timeline,
                                        slots.at(timeline, second),
                                        booked(timeline, second)))
                        .toList();
        return candidates.stream()
                .filter(candidate -> candidate.choice().verdict() == Verdict.FREE)
                .min(order(offering))
                .map(candidate ->
                        seat(offering, withSession(offering, candidate.choice(), start), start))
                .orElseThrow(() -> refusal(candidates));
    }

    /** Refuses a start that has passed meanwhile. */
    public void stillAhead(Instant start) {
        if (start.isBefore(clock.instant().truncatedTo(ChronoUnit.SECONDS))) {
            throw new SlotRefused.SlotInPast();
        }
    }

    /** The facts come in the order of priority, which a stable minimum keeps. */
    private static Comparator<Candidate> order(Offering offering) {
        return offering.assignment() == Assignment.LEAST_BUSY
                ? Comparator.comparingLong(Candidate::booked)
                : Comparator.comparingInt(_ -> 0);
    }

    private static List<UUID> serving(Offering offering, @Nullable UUID resource) {
        if (resource == null) {
            return offering.resourceIds();
        }
        if (!offering.resourceIds().contains(resource)) {
            throw new SlotRefused.ResourceDoesNotServe();
        }
        return List.of(resource);
    }

    /** Seconds that are taken on the day of the start, by the resource's own clock. */
    private static long booked(Timeline timeline, long second) {
        var zone = timeline.opening().zone();
        var day = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
        long from = day.atStartOfDay(zone).toEpochSecond();
        long to = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        return timeline.busy().stream()
                .mapToLong((Interval busy) ->
                        Math.max(0, Math.min(to, busy.to()) - Math.max(from, busy.from())))
                .sum();
    }

    /** A session that exists already has what it needs beside it. */
    private Choice withSession(Offering offering, Choice choice, Instant start) {
        if (choice.beside().size() == offering.alsoRequires().size()) {
            return choice;
        }
        var beside = occupancy.beside(offering.id(), choice.resourceId(), start);
        return new Choice(choice.verdict(), choice.resourceId(), beside, choice.seatsLeft());
    }

    private static Seat seat(Offering offering, Choice choice, Instant start) {
        var end = start.plus(offering.duration());
        return new Seat(
                offering.id(),
                Stream.concat(Stream.of(choice.resourceId()), choice.beside().stream()).toList(),
                start,
                end,
                start.minus(offering.bufferBefore()),
                end.plus(offering.bufferAfter()),
                offering.capacity());
    }

    /** What the candidate tells that came furthest. */
    private static RuntimeException refusal(List<Candidate> candidates) {
        var furthest =
                candidates.stream()
                        .map(candidate -> candidate.choice().verdict())
                        .max(Comparator.naturalOrder())
                        .orElse(Verdict.INACTIVE);
        return switch (furthest) {
            case INACTIVE -> new SlotRefused.ResourceInactive();
            case STALE -> new SlotRefused.CalendarStale();
            case IN_PAST -> new SlotRefused.SlotInPast();
            case TOO_SOON -> new SlotRefused.TooSoon();
            case BEYOND_WINDOW -> new SlotRefused.BeyondWindow();
            case OUTSIDE_HOURS -> new SlotRefused.OutsideWorkingHours();
            case OFF_STEP -> new SlotRefused.OffStep();
            case TAKEN, FREE -> new SlotTaken();
        };
    }
}
