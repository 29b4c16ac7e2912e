package io.frontdesk.ragknowledge.statistics;

import io.frontdesk.ragknowledge.platform.Platform;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/knowledge/statistics")
@PreAuthorize("hasRole('operator')")
class StatisticsController {

    private final Statistics statistics;
    private final Tenancy tenancy;

    StatisticsController(Statistics statistics, Tenancy tenancy) {
        this.statistics = statistics;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Operation(summary = "Counts what is kept and asked: in total, and tenant by tenant by id")
    Overview overview(
            @RequestParam(required = false) @Nullable UUID tenantId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var tallies = tenancy.asSystem(() -> statistics.byTenant(tenantId));
        var total = new Tally();
        tallies.values().forEach(total::add);
        var after = cursor == null ? "" : cursor.toString();
        var rows =
                tallies.entrySet().stream()
                        .filter(each -> each.getKey().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .map(StatisticsController::tenant)
                        .toList();
        var page = Page.of(rows, limit, TenantFigures::tenantId);
        return new Overview(total.figures(Statistics.DAYS), page.items(), page.nextCursor());
    }

    private static TenantFigures tenant(Map.Entry<String, Tally> each) {
        var id = UUID.fromString(each.getKey());
        return new TenantFigures(
                id, id.equals(Platform.TENANT), each.getValue().figures(Statistics.DAYS));
    }

    /** All tenants, the platform among them, and each. */
    record Overview(Figures totals, List<TenantFigures> tenants, @Nullable String nextCursor) {}

    /**
     * One tenant.
     *
     * @param platform whether it is the platform itself
     */
    record TenantFigures(UUID tenantId, boolean platform, Figures figures) {}
}
