package io.frontdesk.conversationalpayment.decision;

import io.frontdesk.conversationalpayment.approval.Approval;
import io.frontdesk.conversationalpayment.approval.Approvals;
import io.frontdesk.conversationalpayment.plaintext.PlainText;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/payments/approvals")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
class ApprovalController {
    private final Approvals approvals;
    private final Decide decide;

    ApprovalController(Approvals approvals, Decide decide) {
        this.approvals = approvals;
        this.decide = decide;
    }

    @GetMapping
    @Operation(summary = "Payments that wait for consent, or did; newest first")
    Page<Approval> approvals(
            @RequestParam(required = false)
                    @jakarta.validation.constraints.Pattern(
                            regexp = "open|approved|rejected|expired")
                    @Nullable String status,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        return Page.of(approvals.list(status, limit + 1, cursor), limit, Approval::id);
    }

    @PostMapping("/{id}/decision")
    @PreAuthorize("hasAnyRole('owner', 'staff')")
    @RequiresIdempotencyKey(oneTransaction = false)
    Approval decide(@PathVariable UUID id, @Valid @RequestBody Decision decision) {
        return decide.decide(id, decision.approve(), PlainText.line(decision.reason()));
    }
}
