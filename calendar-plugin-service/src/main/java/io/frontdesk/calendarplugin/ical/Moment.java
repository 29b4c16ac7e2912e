package io.frontdesk.calendarplugin.ical;

import io.frontdesk.calendarplugin.ical.Zones.Clockwork;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A DATE or DATE-TIME: local time and what makes an instant of it.
 *
 * @param day whether it is a date alone
 */
record Moment(LocalDateTime local, boolean day, Clockwork zone) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Clockwork UTC = local -> local.toInstant(ZoneOffset.UTC);

    Instant instant() {
        return zone.at(local);
    }

    Moment at(LocalDateTime other) {
        return new Moment(other, day, zone);
    }

    static Moment of(ContentLine line, Zones zones) {
        return of(line.value(), line, zones);
    }

    /** The moments of a list such as EXDATE; of periods, their beginnings. */
    static List<Moment> list(ContentLine line, Zones zones) {
        return Arrays.stream(line.value().split(",", -1))
                .filter(each -> !each.isBlank())
                .limit(Occurrences.MOST)
                .map(each -> of(each.split("/", 2)[0], line, zones))
                .toList();
    }

    static Moment of(String value, ContentLine line, Zones zones) {
        var text = value.strip();
        try {
            if (text.matches("\\d{8}")) {
                var date = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
                return new Moment(date.atStartOfDay(), true, zones.of(null));
            }
            if (text.endsWith("Z")) {
                var plain = text.substring(0, text.length() - 1);
                return new Moment(LocalDateTime.parse(plain, TIME), false, UTC);
            }
            return new Moment(
                    LocalDateTime.parse(text, TIME),
                    false,
                    zones.of(line.parameter("TZID").orElse(null)));
        } catch (DateTimeException wrong) {
            throw new UnreadableEvent("its " + line.name() + " is no date or time");
        }
    }
}
