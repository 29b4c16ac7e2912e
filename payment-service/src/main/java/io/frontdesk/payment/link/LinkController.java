package io.frontdesk.payment.link;

import io.frontdesk.payment.request.CallerKey;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links to hand over, in a chat or by mail. */
@RestController
@RequestMapping("/api/payments/links")
class LinkController {
    private final Links links;
    private final OpenLink open;
    private final EndLink end;
    private final Tenancy tenancy;

    LinkController(Links links, OpenLink open, EndLink end, Tenancy tenancy) {
        this.links = links;
        this.open = open;
        this.end = end;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Makes a page where a payer chooses how to pay")
    PaymentLink open(
            @Valid @RequestBody LinkRequest request,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
            Identity caller) {
        tenancy.require();
        return open.open(request, CallerKey.of(caller, key));
    }

    @GetMapping
    @Operation(summary = "Payment links, newest first")
    Page<PaymentLink> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(links.list(cursor, limit + 1), limit, PaymentLink::id);
    }

    @GetMapping("/{id}")
    PaymentLink read(@PathVariable UUID id) {
        return links.get(id);
    }

    @PostMapping("/{id}/deactivation")
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(
            summary = "Ends a link that was not paid",
            description = "A page whose provider does not answer is closed as soon as it does.")
    PaymentLink deactivate(@PathVariable UUID id) {
        end.deactivate(id);
        return links.get(id);
    }
}
