package io.frontdesk.calendarintegration.hours;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;

/** Hours of every week; a day may have several. */
public record WorkingHours(@NotNull DayOfWeek day, @NotNull ClockTime from, @NotNull ClockTime to) {
    @AssertTrue(message = "must end after they begin; split a night at 24:00") boolean isForward() {
        return from == null || to == null || from.compareTo(to) < 0;
    }

    OpenHours hours() {
        return new OpenHours(from, to);
    }
}
