package io.frontdesk.calendarintegration.hours;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/**
 * A time of day as a clock on the wall shows it.
 *
 * @param minutes since midnight, 0–1440; the last is {@code 24:00}, the end of the day
 */
@Schema(type = "string", example = "09:00", description = "HH:mm, from 00:00 to 24:00")
public record ClockTime(int minutes) implements Comparable<ClockTime> {
    private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");

    public ClockTime {
        if (minutes < 0 || minutes > 24 * 60) {
            throw new IllegalArgumentException("no time of day: " + minutes + " minutes");
        }
    }

    @JsonCreator
    public static ClockTime of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be HH:mm, from 00:00 to 24:00");
        }
        return new ClockTime(
                Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)));
    }

    LocalDateTime on(LocalDate date) {
        return date.atStartOfDay().plusMinutes(minutes);
    }

    @Override
    public int compareTo(ClockTime other) {
        return Integer.compare(minutes, other.minutes);
    }

    @JsonValue
    @Override
    public String toString() {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
