package io.frontdesk.calendarintegration.icsfile;

import io.frontdesk.calendarintegration.icsfile.IcsLines.Event;
import io.frontdesk.calendarintegration.icsfile.IcsLines.Line;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The times in an event's lines (RFC 5545, 3.3.4 to 3.3.6). */
final class IcsTimes {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss")
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,3})W");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private final Event event;
    private final Zones zones;

    /**
     * A DATE or DATE-TIME of a file.
     *
     * @param date whether it is a day without a time; {@code local} is its midnight then
     */
    record IcsTime(LocalDateTime local, ZoneId zone, boolean date) {
        /** The same moment by another zone's clock; a day is the same day everywhere. */
        LocalDateTime in(ZoneId other) {
            return date || other.equals(zone)
                    ? local
                    : local.atZone(zone).withZoneSameInstant(other).toLocalDateTime();
        }
    }

    IcsTimes(Event event, Zones zones) {
        this.event = event;
        this.zones = zones;
    }

    IcsTime read(Line line) {
        return read(line, line.value().strip());
    }

    /** All values of all lines of a name; of a period its start. */
    List<IcsTime> readAll(String name) {
        var all = new ArrayList<IcsTime>();
        for (var line : event.all(name)) {
            for (var value : line.value().split(",", -1)) {
                var slash = value.indexOf('/');
                all.add(read(line, (slash < 0 ? value : value.substring(0, slash)).strip()));
            }
        }
        return all;
    }

    Duration duration(String text) {
        var weeks = WEEKS.matcher(text.strip());
        try {
            return weeks.matches()
                    ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1)))
                    : Duration.parse(text.strip());
        } catch (DateTimeException | ArithmeticException malformed) {
            throw refused("has a DURATION that is none");
        }
    }

    private IcsTime read(Line line, String text) {
        try {
            if (text.length() == 8) {
                return inRange(
                        new IcsTime(
                                LocalDate.parse(text, DATE).atStartOfDay(),
                                zones.fallback(),
                                true));
            }
            var utc = text.endsWith("Z");
            var local =
                    LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME);
            return inRange(new IcsTime(local, utc ? ZoneOffset.UTC : zone(line), false));
        } catch (DateTimeException malformed) {
            throw refused("has a " + line.name() + " that is no time of the calendar");
        }
    }

    private ZoneId zone(Line line) {
        var tzid = line.parameters().get("TZID");
        if (tzid == null) {
            return zones.fallback();
        }
        return zones.find(tzid)
                .orElseThrow(() ->
                        refused(
                                "is in a zone that is not known here; use a name like"
                                        + " Europe/Berlin"));
    }

    private IcsTime inRange(IcsTime time) {
        var year = time.local().getYear();
        if (year < EARLIEST || year > LATEST) {
            throw refused("lies in the year " + year);
        }
        return time;
    }

    private IcsRefused refused(String why) {
        return new IcsRefused("The event \"" + event.title() + "\" " + why + ".");
    }
}
