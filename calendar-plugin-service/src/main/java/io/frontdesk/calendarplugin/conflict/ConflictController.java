package io.frontdesk.calendarplugin.conflict;

import io.frontdesk.calendarplugin.connection.Connections;
import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class ConflictController {
    private final Connections connections;
    private final Conflicts conflicts;

    ConflictController(Connections connections, Conflicts conflicts) {
        this.connections = connections;
        this.conflicts = conflicts;
    }

    @GetMapping("/api/calendar/connections/{id}/conflicts")
    @Operation(summary = "Lists open conflicts, newest first")
    Page<Conflict> open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        connections.get(id);
        return Page.of(conflicts.open(id, limit + 1, cursor), limit, Conflict::id);
    }
}
