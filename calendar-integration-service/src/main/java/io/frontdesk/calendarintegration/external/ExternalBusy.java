package io.frontdesk.calendarintegration.external;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar outside tells of a resource's busy times.
 *
 * @param window within which all of them are named, in mode replace; at most 800 days
 * @param busy at most 1,000
 * @param removed ids that are busy no more
 * @param freshUntil until when this may be relied on
 */
record ExternalBusy(
        @NotNull Mode mode,
        @Nullable @Valid Window window,
        @NotNull @Size(max = 1000) List<@Valid @NotNull Span> busy,
        @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 1024) String> removed,
        @Nullable @CalendarTime OffsetDateTime freshUntil) {

    /** Whether what is not named is gone. */
    enum Mode {
        @JsonProperty("replace")
        REPLACE,
        @JsonProperty("merge")
        MERGE
    }

    record Window(
            @NotNull @CalendarTime OffsetDateTime from, @NotNull @CalendarTime OffsetDateTime to) {
        private static final Duration LONGEST = Duration.ofDays(800);

        @AssertTrue(message = "must end after it begins, at most 800 days later") boolean isForward() {
            return from == null
                    || to == null
                    || (to.isAfter(from) && Duration.between(from, to).compareTo(LONGEST) <= 0);
        }
    }

    /**
     * One busy time.
     *
     * @param id by which the calendar outside knows it
     */
    record Span(
            @NotBlank @Size(max = 1024) String id,
            @NotNull @CalendarTime OffsetDateTime start,
            @NotNull @CalendarTime OffsetDateTime end,
            @Nullable @Size(max = 1000) String title) {
        private static final Duration LONGEST = Duration.ofDays(800);

        @AssertTrue(message = "must end after it begins, at most 800 days later") boolean isForward() {
            return start == null
                    || end == null
                    || (end.isAfter(start) && Duration.between(start, end).compareTo(LONGEST) <= 0);
        }
    }

    @AssertTrue(message = "must be given in mode replace") boolean isWindowed() {
        return mode != Mode.REPLACE || window != null;
    }

    @AssertTrue(message = "must not name an id twice") boolean isDistinct() {
        var seen = new HashSet<String>();
        return busy == null || busy.stream().allMatch(span -> span == null || seen.add(span.id()));
    }
}
