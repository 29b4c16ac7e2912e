package io.frontdesk.calendarintegration.icsfile;

import io.frontdesk.calendarintegration.icsfile.IcsFile.Skipped;
import io.frontdesk.calendarintegration.icsfile.IcsLines.Event;
import io.frontdesk.calendarintegration.icsfile.IcsLines.Line;
import io.frontdesk.calendarintegration.icsfile.IcsTimes.IcsTime;
import io.frontdesk.calendarintegration.recurrence.Recurrence;
import io.frontdesk.calendarintegration.recurrence.RecurrenceRefused;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** When one event of a file takes place. */
final class EventTimes {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Event event;
    private final IcsTimes times;

    /** The time that a reader asks about, by local clocks, both ends included. */
    record Window(LocalDateTime from, LocalDateTime to) {
        boolean overlaps(LocalDateTime start, LocalDateTime end) {
            return !start.isAfter(to) && (end.isAfter(from) || start.equals(from));
        }
    }

    EventTimes(Event event, Zones zones) {
        this.event = event;
        this.times = new IcsTimes(event, zones);
    }

    List<IcsEvent> within(Window window, List<Event> siblings, List<Skipped> skipped) {
        var start = times.read(event.one("DTSTART").orElseThrow(() -> refused("has no DTSTART")));
        var length = length(start);
        if (event.one("STATUS")
                .filter(line -> line.value().equalsIgnoreCase("CANCELLED"))
                .isPresent()) {
            skipped.add(new Skipped(event.title(), "It is cancelled."));
            return List.of();
        }
        var starts = starts(start, length, window);
        starts.removeAll(exceptions(start, siblings));
        var found =
                starts.stream()
                        .map(at -> at(start, at, length))
                        .filter(time -> window.overlaps(time.start(), time.end()))
                        .toList();
        if (found.isEmpty()) {
            skipped.add(new Skipped(event.title(), "It lies outside of the time asked for."));
        }
        return found;
    }

    private Set<LocalDateTime> starts(IcsTime start, Duration length, Window window) {
        var starts = new TreeSet<LocalDateTime>();
        var rule = event.one("RRULE");
        if (!event.all("EXRULE").isEmpty()) {
            throw refused("has an EXRULE, which RFC 5545 has dropped");
        }
        var changed = event.one("RECURRENCE-ID");
        if (rule.isEmpty() || changed.isPresent()) {
            changed.ifPresent(this::instance);
            starts.add(start.local());
        } else {
            try {
                starts.addAll(
                        Recurrence.within(
                                rule.get().value(),
                                start.local(),
                                start.zone(),
                                window.from().minus(length),
                                window.to()));
            } catch (RecurrenceRefused cause) {
                throw new IcsRefused("The event \"" + event.title() + "\": " + cause.getMessage());
            }
        }
        times.readAll("RDATE").forEach(time -> starts.add(time.in(start.zone())));
        return starts;
    }

    /** What EXDATE takes out, and what another VEVENT of the same UID tells anew. */
    private Set<LocalDateTime> exceptions(IcsTime start, List<Event> siblings) {
        var out = new HashSet<LocalDateTime>();
        if (event.one("RECURRENCE-ID").isPresent()) {
            return out;
        }
        var changed = new ArrayList<IcsTime>();
        for (var sibling : siblings) {
            sibling.one("RECURRENCE-ID").ifPresent(line -> changed.add(instance(line)));
        }
        Stream.concat(times.readAll("EXDATE").stream(), changed.stream())
                .forEach(time ->
                        out.add(
                                time.date()
                                        ? time.local()
                                                .toLocalDate()
                                                .atTime(start.local().toLocalTime())
                                        : time.in(start.zone())));
        return out;
    }

    private IcsTime instance(Line line) {
        if (line.parameters().containsKey("RANGE")) {
            throw refused("changes all later dates at once (RANGE=THISANDFUTURE)");
        }
        return times.read(line);
    }

    private Duration length(IcsTime start) {
        var end = event.one("DTEND");
        var duration = event.one("DURATION");
        if (end.isPresent() && duration.isPresent()) {
            throw refused("has both DTEND and DURATION");
        }
        var length =
                end.isPresent()
                        ? Duration.between(start.local(), times.read(end.get()).in(start.zone()))
                        : duration.map(line -> times.duration(line.value()))
                                .orElse(start.date() ? Duration.ofDays(1) : Duration.ZERO);
        if (length.isNegative()) {
            throw refused("ends before it starts");
        }
        if (length.compareTo(LONGEST) > 0) {
            throw refused("takes longer than a year");
        }
        return length.isZero() && start.date() ? Duration.ofDays(1) : length;
    }

    private IcsEvent at(IcsTime first, LocalDateTime start, Duration length) {
        return new IcsEvent(event.title(), first.date(), start, start.plus(length), first.zone());
    }

    private IcsRefused refused(String why) {
        return new IcsRefused("The event \"" + event.title() + "\" " + why + ".");
    }
}
