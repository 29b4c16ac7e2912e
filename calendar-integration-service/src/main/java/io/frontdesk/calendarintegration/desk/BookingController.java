package io.frontdesk.calendarintegration.desk;

import io.frontdesk.calendarintegration.booking.Attendee;
import io.frontdesk.calendarintegration.booking.BookSlot;
import io.frontdesk.calendarintegration.booking.Booking;
import io.frontdesk.calendarintegration.booking.Bookings;
import io.frontdesk.calendarintegration.booking.ChangeBooking;
import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/bookings")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class BookingController {
    private final Bookings bookings;
    private final BookSlot bookSlot;
    private final ChangeBooking changeBooking;
    private final Tenancy tenancy;

    BookingController(
            Bookings bookings, BookSlot bookSlot, ChangeBooking changeBooking, Tenancy tenancy) {
        this.bookings = bookings;
        this.bookSlot = bookSlot;
        this.changeBooking = changeBooking;
        this.tenancy = tenancy;
    }

    /**
     * What to book: what a hold keeps, or a slot.
     *
     * @param resourceId absent: the offering's assignment decides who serves
     * @param start with its offset
     */
    record NewBooking(
            @Nullable UUID holdId,
            @Nullable UUID offeringId,
            @Nullable UUID resourceId,
            @Nullable @CalendarTime OffsetDateTime start,
            @NotNull @Valid Attendee attendee) {
        @AssertTrue(message = "must be a holdId alone, or an offeringId and a start") boolean isHoldOrSlot() {
            return holdId == null
                    ? offeringId != null && start != null
                    : offeringId == null && resourceId == null && start == null;
        }
    }

    record NewTime(@NotNull @CalendarTime OffsetDateTime start, @Nullable UUID resourceId) {}

    record Reason(@Nullable @Size(max = 1000) String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey
    @Operation(summary = "Books a held slot, or a free one at once")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service', 'visitor')")
    Booking book(@Valid @RequestBody NewBooking booking) {
        tenancy.require();
        if (booking.holdId() != null) {
            return bookSlot.fromHold(booking.holdId(), booking.attendee());
        }
        if (booking.offeringId() == null || booking.start() == null) {
            throw new IllegalStateException("validation lets no such booking pass");
        }
        return bookSlot.directly(
                booking.offeringId(),
                booking.resourceId(),
                booking.start().toInstant(),
                booking.attendee(),
                null);
    }

    @GetMapping("/{id}")
    Booking getBooking(@PathVariable UUID id) {
        return bookings.get(id);
    }

    @GetMapping
    @Operation(summary = "Newest first; those with time between from and to")
    Page<Booking> listBookings(
            @RequestParam(required = false) @Nullable UUID resourceId,
            @RequestParam(required = false) @CalendarTime @Nullable OffsetDateTime from,
            @RequestParam(required = false) @CalendarTime @Nullable OffsetDateTime to,
            @RequestParam(required = false)
                    @Pattern(regexp = "confirmed|cancelled|no_show|completed") @Nullable String status,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var filter =
                new Bookings.Filter(
                        resourceId,
                        from,
                        to,
                        status == null ? null : Booking.Status.of(status),
                        cursor);
        return Page.of(bookings.list(filter, limit + 1), limit, Booking::id);
    }

    @PostMapping("/{id}/reschedule")
    @Operation(summary = "Moves it; the old slot is kept unless the new one is to be had")
    Booking reschedule(@PathVariable UUID id, @Valid @RequestBody NewTime time) {
        return changeBooking.reschedule(id, time.start().toInstant(), time.resourceId());
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Frees the slot, and says what the offering's rules make of it")
    Booking cancelBooking(
            @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Reason reason) {
        return changeBooking.cancel(id, reason == null ? null : reason.reason());
    }

    @PostMapping("/{id}/no-show")
    @Operation(summary = "Says that nobody came, once it has begun")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
    Booking noShow(@PathVariable UUID id) {
        return changeBooking.noShow(id);
    }

    @PostMapping("/{id}/completion")
    @Operation(summary = "Says that it took place, once it has begun")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
    Booking completeBooking(@PathVariable UUID id) {
        return changeBooking.complete(id);
    }
}
