package io.frontdesk.calendarplugin.ical;

import io.frontdesk.calendarplugin.event.RemoteEvent;
import io.frontdesk.calendarplugin.event.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a calendar object, as a server keeps it for one UID, into its occurrences in a window. */
public final class IcsReader {
    /** Names our booking in an event that we wrote. */
    public static final String BOOKING = "X-FRONTDESK-BOOKING";

    private static final int LARGEST = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Window window;
    private final ZoneId zone;
    private final Attendance attendance;

    /**
     * Reads for one account.
     *
     * @param zone of times that name none
     * @param user the account's name or address, to know what its owner declined
     */
    public IcsReader(Window window, ZoneId zone, @Nullable String user) {
        this.window = window;
        this.zone = zone;
        this.attendance = new Attendance(user);
    }

    /** The IANA zone of a calendar's VTIMEZONE text, where it has a known name. */
    public static Optional<ZoneId> zoneOf(String ics) {
        try {
            return IcsComponent.parse(ics)
                    .all("VTIMEZONE")
                    .flatMap(each -> each.first("TZID").stream())
                    .findFirst()
                    .flatMap(id -> Zones.named(id.value()));
        } catch (UnreadableEvent unreadable) {
            return Optional.empty();
        }
    }

    /** The SEQUENCE of an object's first event; 0 when it has none. */
    public static int sequence(byte[] ics) {
        try {
            return IcsComponent.parse(IcsComponent.decode(ics))
                    .all("VEVENT")
                    .flatMap(event -> event.first("SEQUENCE").stream())
                    .map(line -> line.value().matches("\\d{1,9}") ? line.value() : "0")
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (UnreadableEvent unreadable) {
            return 0;
        }
    }

    /** Reads one object; what is wrong with it is told, not thrown. */
    public Read read(byte[] ics, String id, @Nullable String etag) {
        try {
            if (ics.length > LARGEST) {
                throw new UnreadableEvent("it is larger than is read");
            }
            var calendar = IcsComponent.parse(IcsComponent.decode(ics));
            var zones = new Zones(calendar, zone);
            var events = events(calendar, zones, id, etag);
            return zones.missing()
                    ? new Read(events, problem(id, "its time zone is unknown, ours was taken"))
                    : new Read(events, null);
        } catch (UnreadableEvent unreadable) {
            return new Read(List.of(), problem(id, unreadable.getMessage()));
        } catch (DateTimeException | ArithmeticException beyond) {
            return new Read(List.of(), problem(id, "its times cannot be read"));
        }
    }

    private List<RemoteEvent> events(
            IcsComponent calendar, Zones zones, String id, @Nullable String etag) {
        var events = new ArrayList<RemoteEvent>();
        var replaced = new HashSet<Instant>();
        var all = calendar.all("VEVENT").toList();
        for (var event : all) {
            event.first("RECURRENCE-ID")
                    .map(line -> Moment.of(line, zones).instant())
                    .ifPresent(replaced::add);
        }
        for (var event : all) {
            var start = Moment.of(required(event, "DTSTART"), zones);
            var recurrence = event.first("RECURRENCE-ID");
            if (recurrence.isPresent()) {
                var original = Moment.of(recurrence.get(), zones).instant();
                add(events, event, start, id + "#" + original, etag, zones);
            } else if (event.first("RRULE").isPresent() || event.first("RDATE").isPresent()) {
                repeat(events, event, start, id, etag, zones, replaced);
            } else {
                add(events, event, start, id, etag, zones);
            }
        }
        return events;
    }

    private void repeat(
            List<RemoteEvent> events,
            IcsComponent event,
            Moment start,
            String id,
            @Nullable String etag,
            Zones zones,
            Set<Instant> replaced) {
        var length = Duration.between(start.instant(), end(event, start, zones));
        var from = window.from().minus(length).minus(Duration.ofDays(1));
        for (var each : new Occurrences(zones, from, window.to()).of(event, start).entrySet()) {
            if (!replaced.contains(each.getKey())) {
                add(
                        events,
                        event,
                        start.at(each.getValue()),
                        id + "#" + each.getKey(),
                        etag,
                        zones);
            }
        }
    }

    private void add(
            List<RemoteEvent> events,
            IcsComponent event,
            Moment start,
            String id,
            @Nullable String etag,
            Zones zones) {
        var begin = start.instant();
        var end = end(event, start, zones);
        var empty = end.equals(begin) && !begin.isBefore(window.from());
        if (begin.isBefore(window.to()) && (end.isAfter(window.from()) || empty)) {
            events.add(
                    new RemoteEvent(
                            id,
                            event.first("UID").map(ContentLine::value).orElse(null),
                            event.first(BOOKING).map(ContentLine::value).orElse(null),
                            etag,
                            begin,
                            end,
                            start.day(),
                            end.isAfter(begin) && attendance.busy(event),
                            event.first("SUMMARY").map(ContentLine::text).orElse(null),
                            updated(event, zones)));
        }
    }

    /** The end of the occurrence that begins at {@code start}; as long as the first one. */
    private static Instant end(IcsComponent event, Moment start, Zones zones) {
        var first = Moment.of(required(event, "DTSTART"), zones);
        var told = event.first("DTEND");
        Instant end;
        if (told.isPresent()) {
            var last = Moment.of(told.get(), zones);
            end =
                    first.day()
                            ? start.zone()
                                    .at(
                                            start.local()
                                                    .plus(
                                                            Duration.between(
                                                                    first.local(), last.local())))
                            : start.instant()
                                    .plus(Duration.between(first.instant(), last.instant()));
        } else {
            var length = event.first("DURATION").map(ContentLine::value);
            end = length.isPresent() ? after(start, length.get()) : dayOrNothing(start);
        }
        if (end.isBefore(start.instant())) {
            throw new UnreadableEvent("it ends before it begins");
        }
        if (Duration.between(start.instant(), end).compareTo(LONGEST) > 0) {
            throw new UnreadableEvent("it lasts longer than ten years");
        }
        return end;
    }

    /** Days and weeks of a duration are days of the zone, hours are exact (section 3.3.6). */
    private static Instant after(Moment start, String length) {
        var parts = length.toUpperCase(Locale.ROOT).replaceFirst("^[+]", "").split("T", 2);
        var local = start.local();
        if (parts[0].length() > 1) {
            local = local.plus(Period.parse(parts[0]));
        }
        var instant = start.zone().at(local);
        return parts.length > 1 ? instant.plus(Duration.parse("PT" + parts[1])) : instant;
    }

    private static Instant dayOrNothing(Moment start) {
        return start.day() ? start.zone().at(start.local().plusDays(1)) : start.instant();
    }

    private static @Nullable Instant updated(IcsComponent event, Zones zones) {
        return event.first("LAST-MODIFIED")
                .map(line -> Moment.of(line, zones).instant())
                .orElse(null);
    }

    private static ContentLine required(IcsComponent event, String property) {
        return event.first(property)
                .orElseThrow(() -> new UnreadableEvent("it has no " + property));
    }

    private static String problem(String id, @Nullable String what) {
        return "The event " + id + " was not read as it is: " + what + ".";
    }

    /** What came of it. */
    public record Read(List<RemoteEvent> events, @Nullable String problem) {}
}
