package io.frontdesk.calendarintegration.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.calendarintegration.hours.ClockTime;
import io.frontdesk.calendarintegration.hours.HoursException;
import io.frontdesk.calendarintegration.hours.Interval;
import io.frontdesk.calendarintegration.hours.OpenHours;
import io.frontdesk.calendarintegration.hours.OpeningHours;
import io.frontdesk.calendarintegration.hours.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random offerings around changes of clocks give the slots that a look at every minute gives. */
class SlotsAgreeTest {
    private static final List<String> ZONES =
            List.of(
                    "Europe/Berlin",
                    "Europe/Dublin",
                    "America/New_York",
                    "America/St_Johns",
                    "America/Sao_Paulo",
                    "America/Havana",
                    "Australia/Lord_Howe",
                    "Africa/Casablanca",
                    "Asia/Kathmandu",
                    "Asia/Tehran",
                    "Asia/Gaza",
                    "Pacific/Apia",
                    "Pacific/Chatham");

    @Property(tries = 300)
    void agreeWithALookAtEveryMinute(@ForAll long seed) {
        var random = new Random(seed);
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        long middle = momentOfInterest(zone, random);
        long from = Math.floorDiv(middle, 60) * 60 - 86_400 + random.nextInt(600) * 60L;
        long to = from + 86_400 + random.nextInt(1440) * 60L;
        var facts = facts(zone, from, random);

        var slots = new Slots(facts, from, to).first(Integer.MAX_VALUE);

        assertThat(slots)
                .containsExactlyInAnyOrderElementsOf(
                        new MinuteOracle(facts, from, to).slots(from, to));
        assertThat(slots).isSortedAccordingTo((a, b) -> Long.compare(a.start(), b.start()));
        for (var slot : slots) {
            assertThat(verdict(facts, slot.resourceId(), slot.start())).isEqualTo(Verdict.FREE);
        }
        for (long start = from; start < to; start += 300) {
            for (var timeline : facts.serving()) {
                long each = start;
                boolean listed =
                        slots.stream()
                                .anyMatch(slot ->
                                        slot.start() == each
                                                && slot.resourceId().equals(timeline.resourceId()));
                assertThat(verdict(facts, timeline.resourceId(), start) == Verdict.FREE)
                        .isEqualTo(listed);
            }
        }
    }

    private static Verdict verdict(Facts facts, UUID resource, long start) {
        var slots = new Slots(facts, start, start + 1);
        return facts.serving().stream()
                .filter(timeline -> timeline.resourceId().equals(resource))
                .map(timeline -> slots.at(timeline, start).verdict())
                .findFirst()
                .orElseThrow();
    }

    /** A change of clocks between 1995 and 2030, or a new year. */
    private static long momentOfInterest(ZoneId zone, Random random) {
        var someTime = Instant.ofEpochSecond(788_918_400L + random.nextInt(1_104_000_000));
        var change = zone.getRules().nextTransition(someTime);
        if (change == null || random.nextInt(5) == 0) {
            return LocalDate.ofInstant(someTime, zone)
                    .withDayOfYear(1)
                    .atStartOfDay(zone)
                    .toEpochSecond();
        }
        return change.toEpochSecond();
    }

    private static Facts facts(ZoneId zone, long from, Random random) {
        var terms =
                new Terms(
                        (1 + random.nextInt(30)) * 300L,
                        random.nextInt(7) * 300L,
                        random.nextInt(7) * 300L,
                        (1 + random.nextInt(18)) * 300L,
                        random.nextInt(3) * 7_200L,
                        3_600 + random.nextInt(300_000),
                        1 + random.nextInt(3));
        var pool = new ArrayList<Timeline>();
        for (int number = 0; number < 5; number++) {
            var where = random.nextInt(4) > 0 ? zone : ZoneId.of(ZONES.get(random.nextInt(13)));
            pool.add(timeline(where, from, random));
        }
        int many = 1 + random.nextInt(2);
        var sessions = new ArrayList<Session>();
        if (terms.capacity() > 1) {
            var plain = new Slots(plain(terms, pool.subList(0, many), from), from, from + 86_400);
            for (var slot : plain.first(1)) {
                if (random.nextInt(4) == 0) {
                    sessions.add(
                            new Session(
                                    slot.resourceId(),
                                    slot.start(),
                                    slot.end(),
                                    1 + random.nextInt(terms.capacity())));
                }
            }
        }
        var known = withBusy(pool, sessions);
        var groups = new ArrayList<List<Timeline>>();
        for (int number = random.nextInt(3); number > 0; number--) {
            groups.add(known.subList(random.nextInt(3), 3 + random.nextInt(3)));
        }
        return new Facts(
                terms, known.subList(0, many), groups, sessions, from - random.nextInt(90_000));
    }

    private static Facts plain(Terms terms, List<Timeline> serving, long now) {
        return new Facts(terms, serving, List.of(), List.of(), now);
    }

    private static List<Timeline> withBusy(List<Timeline> serving, List<Session> sessions) {
        return serving.stream()
                .map(timeline -> {
                    var busy = new ArrayList<>(timeline.busy());
                    sessions.stream()
                            .filter(session -> session.resourceId().equals(timeline.resourceId()))
                            .forEach(session ->
                                    busy.add(new Interval(session.start(), session.end())));
                    return new Timeline(
                            timeline.resourceId(),
                            timeline.opening(),
                            busy,
                            timeline.active(),
                            timeline.stopped());
                })
                .toList();
    }

    private static Timeline timeline(ZoneId zone, long from, Random random) {
        var busy = new ArrayList<Interval>();
        for (int number = random.nextInt(8); number > 0; number--) {
            long start = from + (random.nextInt(6_000) - 1_500) * 60L;
            busy.add(new Interval(start, start + (1 + random.nextInt(240)) * 60L));
        }
        return new Timeline(
                new UUID(random.nextLong(), random.nextLong()),
                opening(zone, from, random),
                busy,
                random.nextInt(12) > 0,
                random.nextInt(12) == 0);
    }

    private static OpeningHours opening(ZoneId zone, long from, Random random) {
        var weekly = new ArrayList<WorkingHours>();
        for (var day : DayOfWeek.values()) {
            for (int number = random.nextInt(3); number > 0; number--) {
                var hours = hours(random);
                weekly.add(new WorkingHours(day, hours.from(), hours.to()));
            }
            if (random.nextInt(3) == 0) {
                weekly.add(new WorkingHours(day, ClockTime.of("00:00"), ClockTime.of("24:00")));
            }
        }
        var today = LocalDate.ofInstant(Instant.ofEpochSecond(from), zone);
        var exceptions = new ArrayList<HoursException>();
        for (int number = random.nextInt(3); number > 0; number--) {
            var first = today.plusDays(random.nextInt(5) - 2);
            var closed = random.nextInt(4) == 0;
            var open = closed ? null : List.of(hours(random), hours(random));
            exceptions.add(
                    random.nextBoolean()
                            ? new HoursException(first, null, null, closed, open, null)
                            : new HoursException(
                                    null, first, first.plusDays(2), closed, open, null));
        }
        Set<LocalDate> holidays = new HashSet<>();
        if (random.nextInt(4) == 0) {
            holidays.add(today.plusDays(random.nextInt(3)));
        }
        return new OpeningHours(zone, weekly, exceptions, holidays);
    }

    private static OpenHours hours(Random random) {
        int from = random.nextInt(280) * 5;
        int to = Math.min(1440, from + 5 + random.nextInt(120) * 5);
        return new OpenHours(new ClockTime(from), new ClockTime(to));
    }
}
