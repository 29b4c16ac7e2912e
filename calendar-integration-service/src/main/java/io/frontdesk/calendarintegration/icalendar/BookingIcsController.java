package io.frontdesk.calendarintegration.icalendar;

import io.frontdesk.calendarintegration.booking.Bookings;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class BookingIcsController {
    private static final MediaType CALENDAR =
            MediaType.parseMediaType("text/calendar;charset=UTF-8;method=PUBLISH");

    private final Bookings bookings;
    private final BookingCalendar calendars;

    BookingIcsController(Bookings bookings, BookingCalendar calendars) {
        this.bookings = bookings;
        this.calendars = calendars;
    }

    @GetMapping(path = "/api/calendar/bookings/{id}.ics", produces = "text/calendar")
    @Operation(summary = "The booking as an iCalendar file (RFC 5545)")
    ResponseEntity<byte[]> bookingAsCalendar(@PathVariable UUID id) {
        var text = calendars.publish(bookings.fact(id));
        var file = ContentDisposition.attachment().filename("booking-" + id + ".ics").build();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
