package io.frontdesk.calendarplugin.builtin;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An event as a person enters it.
 *
 * @param end after the start, by ten years at most
 * @param busy whether it keeps the resource from bookings; it does unless said otherwise
 */
record NewEvent(
        @NotBlank @Size(max = 200) String title,
        @NotNull OffsetDateTime start,
        @NotNull OffsetDateTime end,
        @Nullable Boolean allDay,
        @Nullable Boolean busy) {
    private static final Duration LONGEST = Duration.ofDays(3660);

    @AssertTrue(message = "must be after the start, by ten years at most") boolean isEndAfterStart() {
        if (start == null || end == null) {
            return true;
        }
        var length = Duration.between(start, end);
        return length.isPositive() && length.compareTo(LONGEST) <= 0;
    }
}
