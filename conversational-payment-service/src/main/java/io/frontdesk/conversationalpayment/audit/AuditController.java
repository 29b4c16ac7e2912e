package io.frontdesk.conversationalpayment.audit;

import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {
    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/admin/payments/audit")
    @PreAuthorize("hasAnyRole('owner', 'operator')")
    @Operation(summary = "Who did what with money, or tried to; newest first")
    Page<AuditEntry> audit(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(trail.list(action, limit + 1, cursor), limit, AuditEntry::id);
    }
}
