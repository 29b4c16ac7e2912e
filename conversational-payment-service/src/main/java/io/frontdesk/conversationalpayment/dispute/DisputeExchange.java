package io.frontdesk.conversationalpayment.dispute;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** Disputes at payment-service. */
@HttpExchange
interface DisputeExchange {
    @GetExchange("/api/payments/disputes")
    JsonNode list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam int limit,
            @RequestParam(required = false) @Nullable UUID cursor);

    @PostExchange("/api/payments/disputes/{id}/evidence")
    JsonNode evidence(
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable UUID id,
            @RequestBody Evidence evidence);

    @PostExchange("/api/payments/disputes/{id}/acceptance")
    JsonNode accept(@RequestHeader("Idempotency-Key") String key, @PathVariable UUID id);

    /** Why the charge was right, 1 to 20,000 characters. */
    record Evidence(@NotBlank @Size(max = 20_000) String text) {}
}
