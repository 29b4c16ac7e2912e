package io.frontdesk.calendarintegration.icsfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.ContentHandler;

/** Keeps the lines that matter while ical4j reads, and stops it where a file goes too far. */
final class IcsLines implements ContentHandler {
    private static final int MOST_EVENTS = 1_000;
    private static final int DEEPEST = 8;
    private static final int MOST_LINES_OF_ONE = 2_000;
    private static final Set<String> KEPT =
            Set.of(
                    "UID",
                    "SUMMARY",
                    "STATUS",
                    "DTSTART",
                    "DTEND",
                    "DURATION",
                    "RRULE",
                    "RDATE",
                    "EXDATE",
                    "EXRULE",
                    "RECURRENCE-ID");

    private final List<Event> events = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Line> event = new ArrayList<>();
    private final Map<String, String> parameters = new HashMap<>();
    private String property = "";
    private String value = "";
    private String zone = "";
    private String name = "";
    private boolean ended;

    /** A property as it stands there. */
    record Line(String name, Map<String, String> parameters, String value) {}

    /** A VEVENT; its number, where it has no UID, keeps it apart from the others. */
    record Event(String uid, List<Line> lines) {
        Optional<Line> one(String name) {
            var found = all(name);
            if (found.size() > 1) {
                throw new IcsRefused("The event \"" + title() + "\" has two " + name + " lines.");
            }
            return found.stream().findFirst();
        }

        List<Line> all(String name) {
            return lines.stream().filter(line -> line.name().equals(name)).toList();
        }

        String title() {
            var text = all("SUMMARY").stream().findFirst().map(Line::value).orElse("");
            var plain = text.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1").strip();
            var clean = plain.replaceAll("\\p{Cntrl}", " ");
            return clean.isEmpty() ? "Untitled" : clean.substring(0, Math.min(200, clean.length()));
        }
    }

    List<Event> events() {
        return events;
    }

    /** TZIDs with the place that their definition names in X-LIC-LOCATION. */
    Map<String, String> places() {
        return places;
    }

    String name() {
        return name;
    }

    boolean complete() {
        return ended && open.isEmpty();
    }

    @Override
    public void startCalendar() {
        if (ended) {
            throw new IcsRefused("The file holds more than one calendar.");
        }
    }

    @Override
    public void endCalendar() {
        ended = true;
    }

    @Override
    public void startComponent(String component) {
        open.push(component.toUpperCase(Locale.ROOT));
        if (open.size() > DEEPEST) {
            throw new IcsRefused("The file nests components too deeply.");
        }
        if (within("VEVENT")) {
            if (events.size() == MOST_EVENTS) {
                throw new IcsRefused("A calendar file has at most 1,000 events.");
            }
            event.clear();
        }
    }

    @Override
    public void endComponent(String component) {
        if (within("VEVENT")) {
            var lines = List.copyOf(event);
            var uid = lines.stream().filter(line -> line.name().equals("UID")).findFirst();
            events.add(new Event(uid.map(Line::value).orElse("#" + events.size()), lines));
        }
        open.pop();
    }

    @Override
    public void startProperty(String started) {
        property = started.toUpperCase(Locale.ROOT);
        value = "";
        parameters.clear();
    }

    @Override
    public void parameter(String parameter, String text) {
        parameters.put(parameter.toUpperCase(Locale.ROOT), text.replace("\"", ""));
    }

    @Override
    public void propertyValue(String text) {
        value = text;
    }

    @Override
    public void endProperty(String ending) {
        if (within("VEVENT") && KEPT.contains(property)) {
            if (event.size() == MOST_LINES_OF_ONE) {
                throw new IcsRefused("One event has more than 2,000 lines.");
            }
            event.add(new Line(property, Map.copyOf(parameters), value));
        } else if (within("VTIMEZONE") && property.equals("TZID")) {
            zone = value;
        } else if (within("VTIMEZONE") && property.equals("X-LIC-LOCATION")) {
            places.put(zone, value);
        } else if (open.isEmpty() && property.equals("X-WR-CALNAME")) {
            name = new Event("", List.of(new Line("SUMMARY", Map.of(), value))).title();
        }
    }

    private boolean within(String component) {
        return component.equals(open.peek());
    }
}
