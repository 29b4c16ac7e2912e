package io.frontdesk.calendarintegration.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontdesk.calendarintegration.booking.Attendee;
import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import io.frontdesk.calendarintegration.clocktime.ZoneName;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class SeriesController {
    private final BookSeries bookSeries;
    private final Tenancy tenancy;

    SeriesController(BookSeries bookSeries, Tenancy tenancy) {
        this.bookSeries = bookSeries;
        this.tenancy = tenancy;
    }

    /** What becomes of a series of which a date cannot be booked. */
    enum Mode {
        @JsonProperty("all-or-nothing")
        ALL_OR_NOTHING,
        @JsonProperty("report")
        REPORT
    }

    /**
     * Bookings that recur.
     *
     * @param start of the first one
     * @param timeZone by whose clock they recur; absent: that of the resource
     * @param rrule RFC 5545, with an end, of at most 100 dates, for example FREQ=WEEKLY;COUNT=10
     * @param mode whether the others are booked when one cannot be; absent: all-or-nothing
     */
    record NewSeries(
            @NotNull UUID offeringId,
            @Nullable UUID resourceId,
            @NotNull @CalendarTime OffsetDateTime start,
            @Nullable @ZoneName String timeZone,
            @NotBlank @Size(max = 500) String rrule,
            @Nullable Mode mode,
            @NotNull @Valid Attendee attendee) {}

    record Series(UUID id, int booked, List<Occurrence> occurrences) {}

    /**
     * What became of one date.
     *
     * @param start by the clock of the series' zone; one that it skips is told as it would be after
     * @param problem the last part of a problem's type, for example slot-taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Occurrence(
            OffsetDateTime start,
            @Nullable UUID bookingId,
            @Nullable String problem,
            @Nullable String detail) {}

    @PostMapping("/api/calendar/bookings/series")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey
    @Operation(summary = "Books every date of a rule, or tells for each why not")
    Series bookSeries(@Valid @RequestBody NewSeries series) {
        tenancy.require();
        return bookSeries.book(series);
    }
}
