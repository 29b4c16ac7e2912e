package io.frontdesk.calendarplugin.ical;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * The zones that a calendar names: IANA names, names with a maker's prefix, Windows names, and
 * those that only its own VTIMEZONE explains.
 */
final class Zones {
    private final IcsComponent calendar;
    private final ZoneId fallback;
    private final Map<String, Clockwork> known = new HashMap<>();
    private boolean missing;

    Zones(IcsComponent calendar, ZoneId fallback) {
        this.calendar = calendar;
        this.fallback = fallback;
    }

    /** What turns local times of a zone into instants; without a name, the calendar's own zone. */
    Clockwork of(@Nullable String name) {
        return name == null || name.isBlank()
                ? at(fallback)
                : known.computeIfAbsent(name.strip(), this::find);
    }

    ZoneId fallback() {
        return fallback;
    }

    /** Whether a zone was named that nothing explains, so that the calendar's own was taken. */
    boolean missing() {
        return missing;
    }

    private Clockwork find(String name) {
        var zone = named(name);
        if (zone.isPresent()) {
            return at(zone.get());
        }
        var defined =
                calendar.all("VTIMEZONE")
                        .filter(each ->
                                each.first("TZID")
                                        .map(id -> id.value().strip().equals(name))
                                        .orElse(false))
                        .findFirst();
        var located =
                defined.flatMap(each -> each.first("X-LIC-LOCATION"))
                        .flatMap(line -> named(line.value()));
        if (located.isPresent()) {
            return at(located.get());
        }
        var rules = defined.flatMap(Zones::rules);
        if (rules.isEmpty()) {
            missing = true;
        }
        return rules.map(Zones::by).orElse(at(fallback));
    }

    /** Also of the last two or three parts of a path: {@code /mozilla.org/2005_1/Europe/Berlin}. */
    static Optional<ZoneId> named(String name) {
        var parts = name.split("/", -1);
        for (int from = 0; from < parts.length; from++) {
            var rest = String.join("/", java.util.Arrays.asList(parts).subList(from, parts.length));
            var alias = TimeZoneRegistry.ZONE_ALIASES.get(rest);
            for (var candidate : new String[] {rest, alias == null ? rest : alias}) {
                try {
                    if (!candidate.isBlank() && candidate.length() < 60) {
                        return Optional.of(ZoneId.of(candidate));
                    }
                } catch (DateTimeException unknown) {
                    // The next form of the name may be one.
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<VTimeZone> rules(IcsComponent zone) {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\n");
        write(zone, text);
        try {
            return new CalendarBuilder()
                            .build(new StringReader(text.append("END:VCALENDAR\r\n").toString()))
                            .getComponents()
                            .stream()
                            .filter(VTimeZone.class::isInstance)
                            .map(VTimeZone.class::cast)
                            .findFirst();
        } catch (IOException | ParserException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static void write(IcsComponent part, StringBuilder text) {
        text.append("BEGIN:").append(part.name()).append("\r\n");
        part.lines().stream()
                .filter(line -> !line.name().equals("TZURL"))
                .forEach(line ->
                        text.append(line.name()).append(':').append(line.value()).append("\r\n"));
        part.parts().forEach(each -> write(each, text));
        text.append("END:").append(part.name().toUpperCase(Locale.ROOT)).append("\r\n");
    }

    private static Clockwork at(ZoneId zone) {
        return local -> local.atZone(zone).toInstant();
    }

    private static Clockwork by(VTimeZone rules) {
        return local -> {
            var observance = rules.getApplicableObservance(local.atOffset(ZoneOffset.UTC));
            if (observance == null) {
                return local.toInstant(ZoneOffset.UTC);
            }
            TzOffsetTo offset = observance.getRequiredProperty(Property.TZOFFSETTO);
            return local.toInstant(offset.getOffset());
        };
    }

    /** Local time to instant. */
    interface Clockwork {
        Instant at(LocalDateTime local);
    }
}
