package io.frontdesk.calendarintegration.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/**
 * The last moment of a rule. A date alone means the whole day; RFC 5545 would have it only beside
 * all-day starts, but calendars write it everywhere.
 */
record Until(LocalDateTime time, boolean utc) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss")
                    .withResolverStyle(ResolverStyle.STRICT);

    /** More than any zone's clock is ever put back. */
    private static final int SLACK_HOURS = 25;

    static Until parse(String text) {
        try {
            var utc = text.endsWith("Z");
            return text.length() == 8
                    ? new Until(LocalDate.parse(text, DATE).atTime(LocalTime.of(23, 59, 59)), false)
                    : new Until(LocalDateTime.parse(text.substring(0, 15), TIME), utc);
        } catch (DateTimeException invalid) {
            throw new RecurrenceRefused("UNTIL is no date of the calendar.");
        }
    }

    /** A local time that nothing of the rule is after; {@link #covers} is exact. */
    LocalDateTime latest(@Nullable ZoneId zone) {
        if (!utc) {
            return time;
        }
        return time.atOffset(ZoneOffset.UTC)
                .atZoneSameInstant(needed(zone))
                .toLocalDateTime()
                .plusHours(SLACK_HOURS);
    }

    boolean covers(LocalDateTime local, @Nullable ZoneId zone) {
        return utc
                ? !ZonedDateTime.of(local, needed(zone))
                        .toInstant()
                        .isAfter(time.toInstant(ZoneOffset.UTC))
                : !local.isAfter(time);
    }

    private static ZoneId needed(@Nullable ZoneId zone) {
        if (zone == null) {
            throw new RecurrenceRefused(
                    "UNTIL is in UTC, but the start names no zone: write it without the Z.");
        }
        return zone;
    }
}
