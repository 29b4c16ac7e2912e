package io.frontdesk.admincustomerrag.audit;

import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('operator')")
class AuditController {

    private final Audit audit;
    private final Tenancy tenancy;

    AuditController(Audit audit, Tenancy tenancy) {
        this.audit = audit;
        this.tenancy = tenancy;
    }

    @Operation(summary = "Who did what to the tenant's knowledge, newest first")
    @GetMapping("/api/admin/customers/{tenantId}/rag/audit")
    Page<AuditEntry> audit(
            @PathVariable UUID tenantId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z.-]{1,50}") String action,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var filter = new Audit.Filter(action, from, to);
        return tenancy.as(
                tenantId,
                () -> Page.of(audit.list(filter, limit + 1, cursor), limit, AuditEntry::id));
    }
}
