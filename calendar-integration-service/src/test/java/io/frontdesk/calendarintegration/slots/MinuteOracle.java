package io.frontdesk.calendarintegration.slots;

import static java.util.Objects.requireNonNull;

import io.frontdesk.calendarintegration.hours.ClockTime;
import io.frontdesk.calendarintegration.hours.HoursException;
import io.frontdesk.calendarintegration.hours.OpenHours;
import io.frontdesk.calendarintegration.hours.OpeningHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds slots by looking at every minute of some days, one after the other. */
final class MinuteOracle {
    private static final int DAYS = 3;

    private final Facts facts;
    private final long origin;
    private final int minutes;
    private final Map<UUID, List<BitSet>> days = new HashMap<>();
    private final Map<UUID, BitSet> busy = new HashMap<>();

    MinuteOracle(Facts facts, long from, long to) {
        this.facts = facts;
        this.origin = from - DAYS * 86_400L;
        this.minutes = (int) ((to + DAYS * 86_400L - origin) / 60);
        var all = new ArrayList<>(facts.serving());
        facts.groups().forEach(all::addAll);
        for (var timeline : all) {
            days.computeIfAbsent(timeline.resourceId(), _ -> days(timeline.opening()));
            busy.computeIfAbsent(timeline.resourceId(), _ -> busy(timeline));
        }
    }

    List<Slot> slots(long from, long to) {
        var slots = new ArrayList<Slot>();
        for (var timeline : facts.serving()) {
            for (var day : requireNonNull(days.get(timeline.resourceId()))) {
                for (int run = day.nextSetBit(0); run >= 0; ) {
                    int end = day.nextClearBit(run);
                    for (int start = run; start < end; start += (int) (facts.terms().step() / 60)) {
                        consider(timeline, start, from, to, slots);
                    }
                    run = day.nextSetBit(end);
                }
            }
        }
        return slots;
    }

    private void consider(Timeline timeline, int minute, long from, long to, List<Slot> slots) {
        var terms = facts.terms();
        long start = origin + minute * 60L;
        if (start < from
                || start >= to
                || start < facts.now()
                || start < facts.now() + terms.notice()
                || start > facts.now() + terms.window()
                || !timeline.active()
                || timeline.stopped()
                || !open(timeline, minute)) {
            return;
        }
        for (var session : facts.sessions()) {
            if (session.resourceId().equals(timeline.resourceId())
                    && session.start() == start
                    && session.end() == start + terms.duration()) {
                if (session.taken() < terms.capacity()) {
                    slots.add(slot(timeline, start, terms.capacity() - session.taken()));
                }
                return;
            }
        }
        if (free(timeline, minute)
                && beside(0, minute, new HashSet<>(Set.of(timeline.resourceId())))) {
            slots.add(slot(timeline, start, terms.capacity()));
        }
    }

    private boolean beside(int group, int minute, Set<UUID> used) {
        if (group == facts.groups().size()) {
            return true;
        }
        return facts.groups().get(group).stream()
                .filter(candidate -> candidate.active() && !candidate.stopped())
                .filter(candidate -> !used.contains(candidate.resourceId()))
                .filter(candidate -> open(candidate, minute) && free(candidate, minute))
                .anyMatch(candidate -> {
                    var more = new HashSet<>(used);
                    more.add(candidate.resourceId());
                    return beside(group + 1, minute, more);
                });
    }

    private boolean open(Timeline timeline, int start) {
        int end = start + (int) (facts.terms().duration() / 60);
        for (int minute = start; minute < end; minute++) {
            int each = minute;
            if (requireNonNull(days.get(timeline.resourceId())).stream()
                    .noneMatch(day -> day.get(each))) {
                return false;
            }
        }
        return true;
    }

    private boolean free(Timeline timeline, int start) {
        var terms = facts.terms();
        int from = start - (int) (terms.before() / 60);
        int to = start + (int) ((terms.duration() + terms.after()) / 60);
        int next = requireNonNull(busy.get(timeline.resourceId())).nextSetBit(from);
        return next < 0 || next >= to;
    }

    private BitSet busy(Timeline timeline) {
        var taken = new BitSet(minutes);
        for (int minute = 0; minute < minutes; minute++) {
            long begin = origin + minute * 60L;
            taken.set(
                    minute,
                    timeline.busy().stream()
                            .anyMatch(span -> span.from() < begin + 60 && span.to() > begin));
        }
        return taken;
    }

    private List<BitSet> days(OpeningHours opening) {
        var shown = new LocalDateTime[minutes];
        for (int minute = 0; minute < minutes; minute++) {
            shown[minute] =
                    LocalDateTime.ofInstant(
                            Instant.ofEpochSecond(origin + minute * 60L), opening.zone());
        }
        var result = new ArrayList<BitSet>();
        var first = shown[0].toLocalDate().plusDays(1);
        var last = shown[minutes - 1].toLocalDate().minusDays(1);
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var set = new BitSet(minutes);
            for (var hours : hours(opening, day)) {
                mark(set, shown, time(day, hours.from()), time(day, hours.to()));
            }
            result.add(set);
        }
        return result;
    }

    /**
     * Opens when the clock shows the one time or later, closes when it shows the other or later.
     */
    private static void mark(
            BitSet set, LocalDateTime[] shown, LocalDateTime opens, LocalDateTime closes) {
        boolean opened = false;
        for (int minute = 0; minute < shown.length; minute++) {
            opened |= !shown[minute].isBefore(opens);
            if (!shown[minute].isBefore(closes)) {
                return;
            }
            if (opened) {
                set.set(minute);
            }
        }
    }

    private static LocalDateTime time(LocalDate day, ClockTime time) {
        return day.atStartOfDay().plusMinutes(time.minutes());
    }

    private static List<OpenHours> hours(OpeningHours opening, LocalDate day) {
        var hours = new ArrayList<OpenHours>();
        boolean special = false;
        for (HoursException exception : opening.exceptions()) {
            var from = exception.date() == null ? exception.from() : exception.date();
            var to = exception.date() == null ? exception.to() : exception.date();
            if (from != null && to != null && !day.isBefore(from) && !day.isAfter(to)) {
                special = true;
                if (exception.hours() == null) {
                    return List.of();
                }
                hours.addAll(exception.hours());
            }
        }
        if (!special && !opening.holidays().contains(day)) {
            opening.weekly().stream()
                    .filter(weekly -> weekly.day() == day.getDayOfWeek())
                    .forEach(weekly -> hours.add(new OpenHours(weekly.from(), weekly.to())));
        }
        return hours;
    }

    private Slot slot(Timeline timeline, long start, int seats) {
        return new Slot(timeline.resourceId(), start, start + facts.terms().duration(), seats);
    }
}
