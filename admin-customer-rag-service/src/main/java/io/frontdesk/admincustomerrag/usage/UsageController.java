package io.frontdesk.admincustomerrag.usage;

import io.frontdesk.admincustomerrag.usage.Snapshots.Snapshot;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customers/{tenantId}/rag/usage")
@PreAuthorize("hasRole('operator')")
class UsageController {

    private final MeasureUsage measureUsage;
    private final Snapshots snapshots;
    private final Tenancy tenancy;
    private final Clock clock;

    UsageController(MeasureUsage measureUsage, Snapshots snapshots, Tenancy tenancy, Clock clock) {
        this.measureUsage = measureUsage;
        this.snapshots = snapshots;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Operation(summary = "What the tenant uses against its quotas, measured now")
    @GetMapping
    Usage usage(@PathVariable UUID tenantId) {
        return measureUsage.measure(tenantId);
    }

    @Operation(summary = "The last measurement of each day, oldest first; by default of 30 days")
    @GetMapping("/history")
    Page<Snapshot> history(
            @PathVariable UUID tenantId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to) {
        var last = to == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : to;
        var first = from == null ? last.minusDays(30) : from;
        return new Page<>(tenancy.as(tenantId, () -> snapshots.between(first, last)), null);
    }
}
