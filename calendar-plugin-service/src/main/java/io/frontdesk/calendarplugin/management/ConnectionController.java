package io.frontdesk.calendarplugin.management;

import io.frontdesk.calendarplugin.connection.Connection;
import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.calendarplugin.provider.RemoteCalendar;
import io.frontdesk.starter.idempotency.CallsThirdParty;
import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/connections")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class ConnectionController {
    private static final String CHOICE = "keep|remove";

    private final ConnectCalendar connectCalendar;
    private final ChangeConnection changeConnection;
    private final Disconnect disconnect;
    private final Connections connections;
    private final Clock clock;

    ConnectionController(
            ConnectCalendar connectCalendar,
            ChangeConnection changeConnection,
            Disconnect disconnect,
            Connections connections,
            Clock clock) {
        this.connectCalendar = connectCalendar;
        this.changeConnection = changeConnection;
        this.disconnect = disconnect;
        this.connections = connections;
        this.clock = clock;
    }

    @PostMapping
    @CallsThirdParty
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Connects a resource to a calendar")
    ConnectionView connect(@Valid @RequestBody NewConnection connection) {
        return connectCalendar.connect(connection);
    }

    @GetMapping
    @Operation(summary = "Lists connections, newest first")
    Page<ConnectionView> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var views = connections.list(limit + 1, cursor).stream().map(this::view).toList();
        return Page.of(views, limit, ConnectionView::id);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Tells a connection's health and settings")
    ConnectionView get(@PathVariable UUID id) {
        return view(connections.get(id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a connection's settings, or its password; what is absent stays")
    ConnectionView change(@PathVariable UUID id, @Valid @RequestBody ConnectionSettings settings) {
        return view(changeConnection.change(id, settings));
    }

    @GetMapping("/{id}/calendars")
    @Operation(summary = "Lists the calendars that the account has")
    CalendarList calendars(@PathVariable UUID id) {
        return new CalendarList(changeConnection.calendars(id));
    }

    @PostMapping("/{id}/pause")
    @CallsThirdParty
    @Operation(summary = "Stops syncing; what is known of the calendar stays")
    ConnectionView pause(@PathVariable UUID id) {
        return view(changeConnection.pause(id));
    }

    @PostMapping("/{id}/resume")
    @CallsThirdParty
    @Operation(summary = "Syncs again; asks for consent again where it was revoked")
    ConnectionView resume(@PathVariable UUID id) {
        return changeConnection.resume(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Disconnects a calendar",
            description =
                    "mirrored: whether the busy time read from it stays; written: whether the"
                            + " events of bookings stay there. Both must be said.")
    void disconnect(
            @PathVariable UUID id,
            @RequestParam(required = false) @Pattern(regexp = CHOICE) @Nullable String mirrored,
            @RequestParam(required = false) @Pattern(regexp = CHOICE) @Nullable String written) {
        connections.get(id);
        if (mirrored == null || written == null) {
            throw new DispositionMissing();
        }
        disconnect.disconnect(id, mirrored.equals("keep"), written.equals("keep"));
    }

    private ConnectionView view(Connection connection) {
        return ConnectionView.of(connection, clock.instant(), null);
    }

    record CalendarList(List<RemoteCalendar> items) {}
}
