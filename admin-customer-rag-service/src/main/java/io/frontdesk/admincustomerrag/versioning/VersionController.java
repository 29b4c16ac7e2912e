package io.frontdesk.admincustomerrag.versioning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.frontdesk.admincustomerrag.policy.Change;
import io.frontdesk.admincustomerrag.policy.Differences;
import io.frontdesk.admincustomerrag.policy.Policy;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customers/{tenantId}/rag/configuration")
@PreAuthorize("hasRole('operator')")
class VersionController {

    private final ConfigurationVersions versions;
    private final Differences differences;
    private final Tenancy tenancy;

    VersionController(ConfigurationVersions versions, Differences differences, Tenancy tenancy) {
        this.versions = versions;
        this.differences = differences;
        this.tenancy = tenancy;
    }

    @Operation(summary = "Versions of the configuration, newest first; a cursor is a version")
    @GetMapping("/versions")
    Page<ConfigurationVersion> list(
            @PathVariable UUID tenantId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam(required = false) @Nullable Integer cursor) {
        var rows = tenancy.as(tenantId, () -> versions.list(limit + 1, cursor));
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Integer.toString(items.getLast().version()));
    }

    @Operation(summary = "One version, its content and how it differs from the one before")
    @GetMapping("/versions/{version}")
    Detailed get(@PathVariable UUID tenantId, @PathVariable int version) {
        return tenancy.as(
                tenantId,
                () -> {
                    var policy = versions.get(version);
                    var before = versions.get(versions.before(version));
                    return new Detailed(
                            versions.describe(version),
                            differences.between(before, policy),
                            policy);
                });
    }

    @Operation(summary = "How one version differs from another; version 0 is the defaults")
    @GetMapping("/diff")
    List<Change> diff(@PathVariable UUID tenantId, @RequestParam int from, @RequestParam int to) {
        return tenancy.as(
                tenantId, () -> differences.between(versions.get(from), versions.get(to)));
    }

    record Detailed(
            @JsonUnwrapped ConfigurationVersion version,
            List<Change> changes,
            Policy configuration) {}
}
