package io.frontdesk.orchestration.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows an operator what runs. */
@RestController
@PreAuthorize("hasRole('operator')")
class FleetController {
    private final Fleet fleet;

    FleetController(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Instances; a fleet fits on one page, so there is never a next one. */
    record Instances(List<Instance> items, @Nullable String nextCursor) {}

    @GetMapping("/api/fleet/services")
    Instances services() {
        return new Instances(fleet.instances(), null);
    }
}
