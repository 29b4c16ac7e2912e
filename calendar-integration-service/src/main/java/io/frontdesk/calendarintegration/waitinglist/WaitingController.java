package io.frontdesk.calendarintegration.waitinglist;

import io.frontdesk.calendarintegration.booking.Attendee;
import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import io.frontdesk.calendarintegration.hold.Holds;
import io.frontdesk.calendarintegration.offering.Offerings;
import io.frontdesk.calendarintegration.resource.Resources;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/waiting-list")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class WaitingController {
    private final WaitingList list;
    private final Offerings offerings;
    private final Resources resources;
    private final Holds holds;
    private final FreedSlots freedSlots;
    private final IdGenerator ids;
    private final Tenancy tenancy;

    WaitingController(
            WaitingList list,
            Offerings offerings,
            Resources resources,
            Holds holds,
            FreedSlots freedSlots,
            IdGenerator ids,
            Tenancy tenancy) {
        this.list = list;
        this.offerings = offerings;
        this.resources = resources;
        this.holds = holds;
        this.freedSlots = freedSlots;
        this.ids = ids;
        this.tenancy = tenancy;
    }

    /**
     * Who waits, and for what.
     *
     * @param from before which no slot that is offered begins
     * @param to after which no slot that is offered ends
     * @param resourceId absent: any that serves
     */
    record NewWaiting(
            @NotNull UUID offeringId,
            @Nullable UUID resourceId,
            @NotNull @CalendarTime OffsetDateTime from,
            @NotNull @CalendarTime OffsetDateTime to,
            @NotNull @Valid Attendee attendee) {
        @AssertTrue(message = "must end after it begins") boolean isForward() {
            return from == null || to == null || to.isAfter(from);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    @Operation(summary = "Waits for a slot; one that is free, or becomes so, is held and offered")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service', 'visitor')")
    Waiting waitForSlot(@Valid @RequestBody NewWaiting waiting) {
        tenancy.require();
        offerings.get(waiting.offeringId());
        if (waiting.resourceId() != null) {
            resources.get(waiting.resourceId());
        }
        var id = ids.generateId();
        list.add(id, waiting);
        // A slot may be free already.
        freedSlots.look(waiting.from().toInstant(), waiting.to().toInstant());
        return list.get(id);
    }

    @GetMapping("/{id}")
    Waiting getWaiting(@PathVariable UUID id) {
        return list.get(id);
    }

    @GetMapping
    @Operation(summary = "Newest first")
    Page<Waiting> listWaiting(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(list.list(limit + 1, cursor), limit, Waiting::id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Waits no longer; gives back a slot that was offered")
    void stopWaiting(@PathVariable UUID id) {
        var waiting = list.get(id);
        if (waiting.status().equals("offered") && waiting.holdId() != null) {
            holds.release(waiting.holdId());
        }
        list.cancel(id);
    }
}
