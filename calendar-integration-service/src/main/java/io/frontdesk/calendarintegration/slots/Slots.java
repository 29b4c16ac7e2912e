package io.frontdesk.calendarintegration.slots;

import io.frontdesk.calendarintegration.hours.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The slots of an offering that begin within a piece of time. */
public final class Slots {
    private static final long DAY = 24 * 60 * 60;

    private final Facts facts;
    private final Terms terms;
    private final long from;
    private final long to;
    private final Map<UUID, Opening> openings = new HashMap<>();
    private final Map<Start, Session> sessions = new HashMap<>();

    private record Opening(List<Interval> days, List<Interval> union) {}

    private record Start(UUID resourceId, long start) {}

    public Slots(Facts facts, long from, long to) {
        this.facts = facts;
        this.terms = facts.terms();
        this.from = from;
        this.to = to;
        for (var session : facts.sessions()) {
            sessions.put(new Start(session.resourceId(), session.start()), session);
        }
    }

    /** In the order of time, then of the resources; stops at the day on which there are enough. */
    public List<Slot> first(int enough) {
        var earliest = Math.max(from, facts.now() + terms.notice());
        var latest = Math.min(to - 1, facts.now() + terms.window());
        var slots = new ArrayList<Slot>();
        for (var day = earliest; day <= latest && slots.size() < enough; day += DAY) {
            var ofDay = new ArrayList<Slot>();
            for (var timeline : facts.serving()) {
                if (timeline.bookable()) {
                    collect(timeline, day, Math.min(day + DAY - 1, latest), ofDay);
                }
            }
            ofDay.sort(Comparator.comparingLong(Slot::start));
            slots.addAll(ofDay);
        }
        return slots;
    }

    /** What is to be said about a start at one of the serving resources. */
    public Choice at(Timeline timeline, long start) {
        var verdict = rules(timeline, start);
        return verdict == Verdict.FREE
                ? seat(timeline, start)
                : new Choice(verdict, timeline.resourceId(), List.of(), 0);
    }

    private void collect(Timeline timeline, long earliest, long latest, List<Slot> slots) {
        var opening = opening(timeline);
        for (var day : opening.days()) {
            long skipped = Math.max(0, earliest - day.from());
            long start = day.from() + Math.ceilDiv(skipped, terms.step()) * terms.step();
            for (; start < day.to() && start <= latest; start += terms.step()) {
                if (Interval.covers(opening.union(), start, start + terms.duration())) {
                    var choice = seat(timeline, start);
                    if (choice.verdict() == Verdict.FREE) {
                        slots.add(
                                new Slot(
                                        timeline.resourceId(),
                                        start,
                                        start + terms.duration(),
                                        choice.seatsLeft()));
                    }
                }
            }
        }
    }

    private Verdict rules(Timeline timeline, long start) {
        if (!timeline.active()) {
            return Verdict.INACTIVE;
        }
        if (timeline.stopped()) {
            return Verdict.STALE;
        }
        if (start < facts.now()) {
            return Verdict.IN_PAST;
        }
        if (start < facts.now() + terms.notice()) {
            return Verdict.TOO_SOON;
        }
        if (start > facts.now() + terms.window()) {
            return Verdict.BEYOND_WINDOW;
        }
        var opening = opening(timeline);
        if (!Interval.covers(opening.union(), start, start + terms.duration())) {
            return Verdict.OUTSIDE_HOURS;
        }
        return opening.days().stream().anyMatch(day -> onStep(day, start))
                ? Verdict.FREE
                : Verdict.OFF_STEP;
    }

    private boolean onStep(Interval day, long start) {
        return start >= day.from() && start < day.to() && (start - day.from()) % terms.step() == 0;
    }

    private Choice seat(Timeline timeline, long start) {
        var id = timeline.resourceId();
        var session = sessions.isEmpty() ? null : sessions.get(new Start(id, start));
        if (session != null && session.end() == start + terms.duration()) {
            int left = terms.capacity() - session.taken();
            return new Choice(left > 0 ? Verdict.FREE : Verdict.TAKEN, id, List.of(), left);
        }
        if (Interval.touches(timeline.busy(), spanFrom(start), spanTo(start))) {
            return new Choice(Verdict.TAKEN, id, List.of(), 0);
        }
        if (facts.groups().isEmpty()) {
            return new Choice(Verdict.FREE, id, List.of(), terms.capacity());
        }
        var free =
                facts.groups().stream()
                        .map(group ->
                                group.stream()
                                        .filter(candidate -> isFree(candidate, start))
                                        .map(Timeline::resourceId)
                                        .toList())
                        .toList();
        return Companions.of(free, id)
                .map(beside -> new Choice(Verdict.FREE, id, beside, terms.capacity()))
                .orElseGet(() -> new Choice(Verdict.TAKEN, id, List.of(), 0));
    }

    private boolean isFree(Timeline timeline, long start) {
        return timeline.bookable()
                && Interval.covers(opening(timeline).union(), start, start + terms.duration())
                && !Interval.touches(timeline.busy(), spanFrom(start), spanTo(start));
    }

    private long spanFrom(long start) {
        return start - terms.before();
    }

    private long spanTo(long start) {
        return start + terms.duration() + terms.after();
    }

    private Opening opening(Timeline timeline) {
        @Nullable Opening known = openings.get(timeline.resourceId());
        if (known == null) {
            var days = timeline.opening().daysOf(from - DAY, to + terms.duration() + DAY);
            known = new Opening(days, Interval.union(days));
            openings.put(timeline.resourceId(), known);
        }
        return known;
    }
}
