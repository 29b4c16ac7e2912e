package io.frontdesk.calendarplugin.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/** The beginnings of a recurring event (RFC 5545, section 3.8.5) within a span; bounded. */
final class Occurrences {
    /** More in a window than any calendar of people has. */
    static final int MOST = 10_000;

    private static final int MOST_STEPS = 60_000;
    private static final int MOST_RULES = 5;

    private final Zones zones;
    private final Instant from;
    private final Instant to;
    private final TreeMap<Instant, LocalDateTime> found = new TreeMap<>();

    /** Between {@code from} inclusive and {@code to} exclusive. */
    Occurrences(Zones zones, Instant from, Instant to) {
        this.zones = zones;
        this.from = from;
        this.to = to;
    }

    /** By instant, in order. */
    SortedMap<Instant, LocalDateTime> of(IcsComponent event, Moment start) {
        keep(start);
        if (event.every("RRULE").count() > MOST_RULES) {
            throw new UnreadableEvent("it has more rules than any event needs");
        }
        event.every("RRULE").forEach(rule -> expand(rule.value(), start));
        event.every("RDATE").flatMap(line -> Moment.list(line, zones).stream()).forEach(this::keep);
        event.every("EXDATE")
                .flatMap(line -> Moment.list(line, zones).stream())
                .forEach(excluded -> exclude(excluded, start));
        return found;
    }

    private void expand(String text, Moment start) {
        var rule = text.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        if (rule.contains("FREQ=SECONDLY") || rule.contains("FREQ=MINUTELY")) {
            throw new UnreadableEvent("it repeats more often than hourly");
        }
        // UNTIL is an instant where the event has a zone, and ical4j compares like with like.
        var until = until(rule, start);
        var last = until == null || until.isAfter(to) ? to : until.plusSeconds(1);
        var recur = recur(rule.replaceAll("UNTIL=[^;]*;?", "").replaceAll(";$", ""));
        var seed = rule.contains("COUNT=") ? start.local() : nearer(recur, start);
        var end = LocalDateTime.ofInstant(last, java.time.ZoneOffset.UTC).plusDays(1);
        if (end.isBefore(seed)) {
            return;
        }
        int[] steps = {0};
        try (var dates = recur.getDatesAsStream(seed, seed, end, MOST_STEPS + 1)) {
            dates.limit(MOST_STEPS + 1)
                    .forEach(local -> {
                        if (++steps[0] > MOST_STEPS) {
                            throw tooMany();
                        }
                        var moment = start.at(local);
                        if (moment.instant().isBefore(last)) {
                            keep(moment);
                        }
                    });
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new UnreadableEvent("its rule cannot be followed");
        }
    }

    /** Skips whole periods of a rule that began long ago; only where that changes nothing. */
    private LocalDateTime nearer(Recur<LocalDateTime> recur, Moment start) {
        var unit =
                switch (recur.getFrequency()) {
                    case HOURLY -> ChronoUnit.HOURS;
                    case DAILY -> ChronoUnit.DAYS;
                    case WEEKLY -> ChronoUnit.WEEKS;
                    default -> null;
                };
        if (unit == null) {
            return start.local();
        }
        long step = Math.max(1, recur.getInterval());
        var goal = LocalDateTime.ofInstant(from, java.time.ZoneOffset.UTC).minusDays(15);
        long periods = unit.between(start.local(), goal) / step;
        return periods > 0 ? start.local().plus(periods * step, unit) : start.local();
    }

    private static Recur<LocalDateTime> recur(String rule) {
        try {
            return new Recur<>(rule);
        } catch (RuntimeException wrong) {
            throw new UnreadableEvent("its rule cannot be read");
        }
    }

    private @Nullable Instant until(String rule, Moment start) {
        var matcher = java.util.regex.Pattern.compile("UNTIL=([^;]*)").matcher(rule);
        if (!matcher.find()) {
            return null;
        }
        var line = new ContentLine("UNTIL", java.util.Map.of(), matcher.group(1));
        var until = Moment.of(line, zones);
        if (until.day()) {
            return start.zone().at(until.local().plusDays(1)).minus(Duration.ofSeconds(1));
        }
        return matcher.group(1).endsWith("Z") ? until.instant() : start.zone().at(until.local());
    }

    private void keep(Moment moment) {
        var instant = moment.instant();
        if (!instant.isBefore(from) && instant.isBefore(to)) {
            found.put(instant, moment.local());
            if (found.size() > MOST) {
                throw tooMany();
            }
        }
    }

    /** A date without a time excludes the occurrence of that day. */
    private void exclude(Moment excluded, Moment start) {
        if (excluded.day() && !start.day()) {
            var day = excluded.local().toLocalDate();
            found.values().removeIf(local -> local.toLocalDate().equals(day));
        } else {
            found.remove(excluded.instant());
        }
    }

    private static UnreadableEvent tooMany() {
        return new UnreadableEvent("it repeats more than " + MOST + " times");
    }
}
