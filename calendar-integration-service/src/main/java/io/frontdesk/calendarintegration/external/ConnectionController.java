package io.frontdesk.calendarintegration.external;

import io.frontdesk.calendarintegration.clocktime.CalendarTime;
import io.frontdesk.calendarintegration.resource.Resources;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the service that follows calendars outside. */
@RestController
@RequestMapping("/calendar/resources/{resourceId}/connections/{connectionId}")
@PreAuthorize("hasRole('service')")
class ConnectionController {
    private final ExternalCalendars calendars;
    private final Resources resources;

    ConnectionController(ExternalCalendars calendars, Resources resources) {
        this.calendars = calendars;
        this.resources = resources;
    }

    /**
     * How a connection stands.
     *
     * @param state active, paused or revoked; a revoked one is stale at once
     * @param freshUntil after which it is stale; absent: never
     */
    record ConnectionState(
            @NotNull @Pattern(regexp = "active|paused|revoked") String state,
            @Nullable @CalendarTime OffsetDateTime freshUntil,
            @Nullable @CalendarTime OffsetDateTime staleSince) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Says how a connection of a resource stands")
    void setConnection(
            @PathVariable UUID resourceId,
            @PathVariable UUID connectionId,
            @Valid @RequestBody ConnectionState state) {
        resources.get(resourceId);
        calendars.set(
                resourceId, connectionId, state.state(), state.freshUntil(), state.staleSince());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(summary = "Forgets a connection of a resource")
    void forgetConnection(@PathVariable UUID resourceId, @PathVariable UUID connectionId) {
        resources.get(resourceId);
        calendars.forget(resourceId, connectionId);
    }
}
