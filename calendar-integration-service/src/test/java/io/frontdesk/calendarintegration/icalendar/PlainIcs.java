package io.frontdesk.calendarintegration.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A second, naive reader of calendars: lines, names, values, and zone definitions by their onsets.
 */
final class PlainIcs {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final List<String> lines;

    PlainIcs(String calendar) {
        for (var physical : calendar.split("\r\n", -1)) {
            if (physical.getBytes(StandardCharsets.UTF_8).length > 75) {
                throw new AssertionError("More than 75 octets: " + physical);
            }
            if (physical.contains("\n") || physical.contains("\r")) {
                throw new AssertionError("A bare line end: " + physical);
            }
        }
        lines = List.of(calendar.replace("\r\n ", "").split("\r\n", -1));
    }

    List<String> lines() {
        return lines;
    }

    /** The value of the first line of a name within a component. */
    String value(String component, String name) {
        return find(component, name).orElseThrow(() -> new AssertionError(name + " in " + lines));
    }

    Optional<String> find(String component, String name) {
        return within(component).stream()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .findFirst();
    }

    List<String> within(String component) {
        var found = new ArrayList<String>();
        var inside = false;
        for (var line : lines) {
            if (line.equals("BEGIN:" + component)) {
                inside = true;
            } else if (line.equals("END:" + component)) {
                inside = false;
            } else if (inside) {
                found.add(line);
            }
        }
        return found;
    }

    /** The offset of a local time, by the latest onset before it. */
    ZoneOffset offset(LocalDateTime local) {
        record Onset(LocalDateTime at, String to) {}
        var onsets = new ArrayList<Onset>();
        for (var at = 0; at < lines.size(); at++) {
            if (lines.get(at).matches("BEGIN:(STANDARD|DAYLIGHT)")) {
                var part = lines.subList(at, at + 6);
                onsets.add(
                        new Onset(
                                LocalDateTime.parse(rest(part, "DTSTART:"), TIME),
                                rest(part, "TZOFFSETTO:")));
            }
        }
        return onsets.stream()
                .filter(onset -> !onset.at().isAfter(local))
                .max(Comparator.comparing(Onset::at))
                .map(onset -> ZoneOffset.of(onset.to()))
                .orElseThrow();
    }

    private static String rest(List<String> part, String start) {
        return part.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }
}
