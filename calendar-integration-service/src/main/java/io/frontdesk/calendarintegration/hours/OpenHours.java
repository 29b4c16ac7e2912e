package io.frontdesk.calendarintegration.hours;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

/** From one time of a day to a later one of the same day. */
public record OpenHours(@NotNull ClockTime from, @NotNull ClockTime to) {
    @AssertTrue(message = "must end after they begin; split a night at 24:00") boolean isForward() {
        return from == null || to == null || from.compareTo(to) < 0;
    }
}
