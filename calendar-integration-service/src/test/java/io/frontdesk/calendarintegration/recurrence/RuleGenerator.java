package io.frontdesk.calendarintegration.recurrence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes rules of every shape that RFC 5545 allows for a day or more, with an end. */
final class RuleGenerator {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Random random;

    RuleGenerator(long seed) {
        random = new Random(seed);
    }

    LocalDateTime start() {
        return LocalDateTime.of(
                2020 + random.nextInt(15),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                15 * random.nextInt(4));
    }

    /** A rule without its end. */
    String rule() {
        var frequency = one(List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY"));
        var by = new ArrayList<String>();
        if (chance(3)) {
            by.add("BYMONTH=" + some(3, () -> 1 + random.nextInt(12)));
        }
        if (!frequency.equals("WEEKLY") && chance(3)) {
            by.add("BYMONTHDAY=" + some(3, () -> signed(31)));
        }
        if (frequency.equals("YEARLY") && by.isEmpty() && chance(3)) {
            by.add(
                    chance(2)
                            ? "BYWEEKNO=" + some(2, () -> signed(53))
                            : "BYYEARDAY=" + some(3, () -> signed(366)));
        }
        if (chance(2)) {
            by.add("BYDAY=" + some(3, days(frequency, by)));
        }
        if (!by.isEmpty() && chance(4)) {
            by.add("BYSETPOS=" + some(2, () -> signed(3)));
        }
        if (chance(8)) {
            by.add("BYHOUR=" + some(2, () -> random.nextInt(24)));
        }
        if (chance(3) && by.stream().noneMatch(part -> part.startsWith("BYWEEKNO"))) {
            by.add("INTERVAL=" + (1 + random.nextInt(5)));
        }
        if (chance(3)) {
            by.add("WKST=" + one(DAYS));
        }
        return Stream.concat(Stream.of("FREQ=" + frequency), by.stream())
                .collect(Collectors.joining(";"));
    }

    /** COUNT or UNTIL, in the three forms that a rule without zone can have two of. */
    String end(LocalDateTime start) {
        if (chance(2)) {
            return ";COUNT=" + (1 + random.nextInt(30));
        }
        var until = start.plusDays(random.nextInt(2_000)).plusHours(random.nextInt(24));
        return ";UNTIL=" + until.toString().replaceAll("[-:]", "") + "00";
    }

    private Supplier<String> days(String frequency, List<String> by) {
        var free = by.stream().allMatch(part -> part.startsWith("BYMONTH="));
        var month = frequency.equals("MONTHLY") || frequency.equals("YEARLY");
        if (!month || !free || chance(2)) {
            return () -> one(DAYS);
        }
        return () -> signed(frequency.equals("MONTHLY") || !by.isEmpty() ? 5 : 53) + one(DAYS);
    }

    private String signed(int most) {
        return (chance(4) ? "-" : "") + (1 + random.nextInt(most));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String some(int most, Supplier<?> item) {
        return Stream.generate(item)
                .limit(1 + random.nextInt(most))
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(","));
    }
}
