package io.frontdesk.calendarplugin.builtin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/connections/{id}/events")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class BuiltInController {
    private final EnterEvents enterEvents;

    BuiltInController(EnterEvents enterEvents) {
        this.enterEvents = enterEvents;
    }

    @GetMapping
    @Operation(summary = "Lists the events of a built-in calendar, newest first")
    Page<Event> list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var events = enterEvents.list(id, limit + 1, cursor).stream().map(Event::of).toList();
        return Page.of(events, limit, Event::id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Event add(@PathVariable UUID id, @Valid @RequestBody NewEvent event) {
        return Event.of(enterEvents.enter(id, null, event, null));
    }

    @PutMapping("/{eventId}")
    @Operation(summary = "Changes an event; with If-Match only the version that it names")
    Event change(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @Valid @RequestBody NewEvent event) {
        return Event.of(enterEvents.enter(id, eventId, event, version));
    }

    @DeleteMapping("/{eventId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @PathVariable UUID eventId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        enterEvents.remove(id, eventId, version);
    }

    /** An event as the API shows it; {@code etag} is for If-Match. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            UUID id,
            String title,
            Instant start,
            Instant end,
            boolean allDay,
            boolean busy,
            @Nullable UUID bookingId,
            String etag) {
        static Event of(BuiltInEvent event) {
            return new Event(
                    event.id(),
                    event.title(),
                    event.start(),
                    event.end(),
                    event.allDay(),
                    event.busy(),
                    event.bookingId(),
                    event.etag());
        }
    }
}
