package io.frontdesk.conversationalpayment.refund;

import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.identity.Identity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class RefundController {
    private final RefundPayment refundPayment;

    RefundController(RefundPayment refundPayment) {
        this.refundPayment = refundPayment;
    }

    @PostMapping("/api/admin/payments/payments/{id}/refunds")
    @PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Gives money back within the refund rules; answers the payment")
    JsonNode refund(
            @PathVariable UUID id,
            @Valid @RequestBody NewRefund refund,
            @Parameter(hidden = true) Identity caller,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key) {
        return refundPayment.refund(id, refund, caller, key);
    }
}
