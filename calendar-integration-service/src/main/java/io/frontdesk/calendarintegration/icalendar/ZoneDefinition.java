package io.frontdesk.calendarintegration.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** The rules of a zone for a stretch of time, from the JDK's rules, transition by transition. */
final class ZoneDefinition {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private ZoneDefinition() {}

    /**
     * What is in force from {@code from} to {@code to}, and a STANDARD part, which Outlook needs.
     */
    static VTimeZone of(ZoneId zone, Instant from, Instant to) {
        var definition = new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))));
        var transitions = transitions(zone, from, to);
        if (transitions.isEmpty()) {
            var offset = zone.getRules().getOffset(from);
            definition.add(observance(zone, EPOCH, offset, offset, from));
        }
        for (var transition : transitions) {
            definition.add(
                    observance(
                            zone,
                            transition.getDateTimeBefore(),
                            transition.getOffsetBefore(),
                            transition.getOffsetAfter(),
                            transition.getInstant()));
        }
        return definition;
    }

    private static ArrayDeque<ZoneOffsetTransition> transitions(
            ZoneId zone, Instant from, Instant to) {
        var rules = zone.getRules();
        var needed = new ArrayDeque<ZoneOffsetTransition>();
        var inForce = rules.previousTransition(from.plusSeconds(1));
        if (inForce == null) {
            inForce = rules.nextTransition(from);
        }
        for (var next = inForce;
                next != null && !next.getInstant().isAfter(to);
                next = rules.nextTransition(next.getInstant())) {
            needed.add(next);
        }
        while (!needed.isEmpty()
                && needed.stream().allMatch(each -> rules.isDaylightSavings(each.getInstant()))) {
            var before = rules.previousTransition(needed.getFirst().getInstant());
            if (before == null) {
                break;
            }
            needed.addFirst(before);
        }
        return needed;
    }

    private static Observance observance(
            ZoneId zone, LocalDateTime onset, ZoneOffset before, ZoneOffset after, Instant when) {
        var properties =
                new PropertyList(
                        List.of(
                                new DtStart<>(onset),
                                new TzOffsetFrom(before),
                                new TzOffsetTo(after),
                                new TzName(NAME.format(when.atZone(zone)))));
        return zone.getRules().isDaylightSavings(when)
                ? new Daylight(properties)
                : new Standard(properties);
    }
}
