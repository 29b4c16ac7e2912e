package io.frontdesk.calendarintegration.hours;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days on which other hours hold than every week, holidays included. Where several name a day, one
 * that closes it wins; hours of the others add up.
 *
 * @param date the one day; or else
 * @param from the first of several days
 * @param to the last of them, at most three years later
 * @param closed all day; or else
 * @param hours at which it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoursException(
        @Nullable LocalDate date,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean closed,
        @Nullable @Size(min = 1, max = 20) List<@Valid OpenHours> hours,
        @Nullable @Size(max = 200) String reason) {
    private static final int LONGEST = 3 * 366;

    @AssertTrue(message = "must name a date, or from and to, at most three years and in order") boolean isDated() {
        if (date != null) {
            return from == null && to == null && plausible(date);
        }
        return from != null
                && to != null
                && plausible(from)
                && plausible(to)
                && !to.isBefore(from)
                && ChronoUnit.DAYS.between(from, to) <= LONGEST;
    }

    @AssertTrue(message = "must be closed or have hours, not both") boolean isEitherClosedOrOpen() {
        return isClosed() == (hours == null);
    }

    boolean covers(LocalDate day) {
        if (date != null) {
            return date.equals(day);
        }
        return from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }

    boolean isClosed() {
        return Boolean.TRUE.equals(closed);
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() < 2200;
    }
}
