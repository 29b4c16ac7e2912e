package io.frontdesk.calendarplugin.sync;

import io.frontdesk.calendarplugin.connection.SyncQueue;
import io.frontdesk.starter.idempotency.CallsThirdParty;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator', 'service')")
class SyncController {
    private final SyncConnection syncConnection;
    private final SyncQueue queue;
    private final Tenancy tenancy;

    SyncController(SyncConnection syncConnection, SyncQueue queue, Tenancy tenancy) {
        this.syncConnection = syncConnection;
        this.queue = queue;
        this.tenancy = tenancy;
    }

    @PostMapping("/api/calendar/connections/{id}/sync")
    @CallsThirdParty
    @Operation(
            summary = "Syncs now; 202 without a result where a sync already runs",
            description = "Another one then follows it.")
    ResponseEntity<SyncResult> sync(@PathVariable UUID id) {
        var result = syncConnection.run(id);
        if (result.isEmpty()) {
            queue.want(tenancy.require(), id);
        }
        return result.map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.accepted().build());
    }
}
