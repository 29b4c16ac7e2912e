package io.frontdesk.calendarintegration.desk;

import io.frontdesk.calendarintegration.booking.Booking;
import io.frontdesk.calendarintegration.booking.BookingFact;
import io.frontdesk.calendarintegration.booking.Bookings;
import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For other services. */
@RestController
@PreAuthorize("hasRole('service')")
class BookingFactController {
    private final Bookings bookings;

    BookingFactController(Bookings bookings) {
        this.bookings = bookings;
    }

    @GetMapping("/calendar/bookings")
    @Operation(summary = "Bookings of every status as other services know them, newest first")
    Page<BookingFact> bookingFacts(
            @RequestParam(required = false) @Nullable UUID resourceId,
            @RequestParam(required = false) @CalendarTime @Nullable OffsetDateTime from,
            @RequestParam(required = false) @CalendarTime @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var filter = new Bookings.Filter(resourceId, from, to, null, cursor);
        var rows = bookings.list(filter, limit + 1).stream().map(Booking::fact).toList();
        return Page.of(rows, limit, BookingFact::bookingId);
    }
}
