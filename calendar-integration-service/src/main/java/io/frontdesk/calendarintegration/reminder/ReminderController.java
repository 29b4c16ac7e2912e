package io.frontdesk.calendarintegration.reminder;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/reminders")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class ReminderController {
    private final ReminderSettings settings;

    ReminderController(ReminderSettings settings) {
        this.settings = settings;
    }

    /**
     * When to remind.
     *
     * @param before at most five, each from 5 minutes to 30 days; seconds do not count
     */
    record NewTimes(
            @NotNull @Size(max = 5) List<@NotNull @DurationMin(minutes = 5) @DurationMax(days = 30) Duration>
                            before) {}

    @GetMapping
    @Operation(summary = "When attendees are reminded, of one offering or of all")
    ReminderTimes getReminders(@RequestParam(required = false) @Nullable UUID offeringId) {
        settings.known(offeringId);
        return settings.get(offeringId);
    }

    @PutMapping
    @Operation(
            summary = "Holds for bookings made or moved from now on; an empty list ends reminders")
    ReminderTimes setReminders(
            @RequestParam(required = false) @Nullable UUID offeringId,
            @Valid @RequestBody NewTimes times) {
        return settings.set(offeringId, times.before());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Goes back to what holds for all offerings, or to 24 hours and one hour")
    void resetReminders(@RequestParam(required = false) @Nullable UUID offeringId) {
        settings.reset(offeringId);
    }
}
