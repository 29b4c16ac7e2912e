package io.frontdesk.calendarintegration.hold;

import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/holds")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service', 'visitor')")
class HoldController {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

    private final Holds holds;
    private final Tenancy tenancy;

    HoldController(Holds holds, Tenancy tenancy) {
        this.holds = holds;
        this.tenancy = tenancy;
    }

    /**
     * A slot to keep.
     *
     * @param resourceId absent: the offering's assignment decides who serves
     * @param start with its offset
     * @param ttl how long to keep it, PT1S–PT1H; absent: PT10M
     */
    record NewHold(
            @NotNull UUID offeringId,
            @Nullable UUID resourceId,
            @NotNull @CalendarTime OffsetDateTime start,
            @Nullable @DurationMin(seconds = 1, message = "must be from PT1S to PT1H")
                    @DurationMax(hours = 1, message = "must be from PT1S to PT1H")
                    Duration ttl) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey
    @Operation(summary = "Keeps a slot until it is booked or the time is up")
    Hold placeHold(@Valid @RequestBody NewHold hold) {
        tenancy.require();
        var ttl = hold.ttl() == null ? TIME_TO_LIVE : hold.ttl();
        return holds.place(hold.offeringId(), hold.resourceId(), hold.start().toInstant(), ttl);
    }

    @GetMapping("/{id}")
    Hold getHold(@PathVariable UUID id) {
        return holds.get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a hold early")
    void releaseHold(@PathVariable UUID id) {
        holds.release(id);
    }
}
