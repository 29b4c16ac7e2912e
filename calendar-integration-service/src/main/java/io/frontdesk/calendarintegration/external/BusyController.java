package io.frontdesk.calendarintegration.external;

import io.frontdesk.calendarintegration.external.BusyMirror.Mirrored;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the service that follows calendars outside. */
@RestController
@RequestMapping("/calendar/resources/{resourceId}/busy/{connectionId}")
@PreAuthorize("hasRole('service')")
class BusyController {
    private final BusyMirror mirror;

    BusyController(BusyMirror mirror) {
        this.mirror = mirror;
    }

    @PutMapping
    @Operation(summary = "Mirrors busy times; tells which bookings they overlap")
    Mirrored mirrorBusy(
            @PathVariable UUID resourceId,
            @PathVariable UUID connectionId,
            @Valid @RequestBody ExternalBusy busy) {
        return mirror.mirror(resourceId, connectionId, busy);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets a connection's busy times, or keeps them without owner")
    void forgetBusy(
            @PathVariable UUID resourceId,
            @PathVariable UUID connectionId,
            @RequestParam(defaultValue = "false") boolean keep) {
        mirror.forget(resourceId, connectionId, keep);
    }
}
