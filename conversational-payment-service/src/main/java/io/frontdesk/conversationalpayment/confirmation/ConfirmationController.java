package io.frontdesk.conversationalpayment.confirmation;

import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasAnyRole('visitor', 'owner', 'staff', 'operator', 'service')")
class ConfirmationController {
    private final Confirm confirm;

    ConfirmationController(Confirm confirm) {
        this.confirm = confirm;
    }

    @PostMapping("/api/conversational-payments/quotes/{id}/confirmations")
    @RequiresIdempotencyKey(oneTransaction = false)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @Operation(
            summary =
                    "Confirms a quote: 200 tells how the payment went, 202 that it waits for a"
                            + " person's consent or that its end is not known yet")
    ResponseEntity<ConfirmationAnswer> confirm(
            @PathVariable UUID id,
            @Valid @RequestBody ConfirmationRequest request,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key) {
        var answer = confirm.confirm(id, request, key);
        return ResponseEntity.status(answer.settled() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(answer);
    }
}
