package io.frontdesk.conversationalpayment.dispute;

import io.frontdesk.conversationalpayment.audit.AuditTrail;
import io.frontdesk.conversationalpayment.charging.Relay;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/admin/payments/disputes")
@PreAuthorize("hasAnyRole('owner', 'staff', 'operator')")
@ImportHttpServices(group = "payment-service", types = DisputeExchange.class)
class DisputeController {
    private final DisputeExchange exchange;
    private final Relay relay;
    private final AuditTrail audit;
    private final Tenancy tenancy;

    DisputeController(DisputeExchange exchange, Relay relay, AuditTrail audit, Tenancy tenancy) {
        this.exchange = exchange;
        this.relay = relay;
        this.audit = audit;
        this.tenancy = tenancy;
    }

    @GetMapping
    @Operation(summary = "Disputes as payment-service lists them")
    JsonNode disputes(
            @RequestParam(required = false) @Nullable @Size(max = 50) String status,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        tenancy.require();
        return relay.relayed(() -> exchange.list(status, limit, cursor));
    }

    @PostMapping("/{id}/evidence")
    @RequiresIdempotencyKey(oneTransaction = false)
    JsonNode evidence(
            @PathVariable UUID id,
            @Valid @RequestBody DisputeExchange.Evidence evidence,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key) {
        tenancy.require();
        var answer = relay.relayed(() -> exchange.evidence(key, id, evidence));
        audit.add("dispute-evidence-given", id, Map.of("length", evidence.text().length()));
        return answer;
    }

    @PostMapping("/{id}/acceptance")
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Gives in: the disputed money is the visitor's")
    JsonNode accept(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key) {
        tenancy.require();
        var answer = relay.relayed(() -> exchange.accept(key, id));
        audit.add("dispute-accepted", id, Map.of());
        return answer;
    }
}
