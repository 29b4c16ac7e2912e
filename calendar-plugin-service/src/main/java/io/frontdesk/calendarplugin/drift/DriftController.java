package io.frontdesk.calendarplugin.drift;

import io.frontdesk.calendarplugin.drift.RepairCalendar.Repaired;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/calendar/connections/{id}/drift")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class DriftController {
    private final CompareCalendar compareCalendar;
    private final RepairCalendar repairCalendar;

    DriftController(CompareCalendar compareCalendar, RepairCalendar repairCalendar) {
        this.compareCalendar = compareCalendar;
        this.repairCalendar = repairCalendar;
    }

    @GetMapping
    @Operation(summary = "Compares the calendar with our bookings and proposes repairs")
    DriftReport report(@PathVariable UUID id) {
        return compareCalendar.compare(id).report();
    }

    @PostMapping("/repairs")
    @Operation(summary = "Begins chosen repairs; the next sync carries them out")
    Repaired repair(@PathVariable UUID id, @Valid @RequestBody Chosen chosen) {
        return repairCalendar.repair(id, chosen.repairs());
    }

    /** The ids of repairs that a report proposed. */
    record Chosen(@NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 100) String> repairs) {}
}
