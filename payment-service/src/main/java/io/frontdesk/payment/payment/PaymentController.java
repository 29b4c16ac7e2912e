package io.frontdesk.payment.payment;

import io.frontdesk.payment.book.PaymentFacts;
import io.frontdesk.payment.book.PaymentFilter;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.movement.Movements;
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
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
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

/** Takes payments and shows them. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {
    private static final String STATUS =
            "requires_action|authorized|captured|partially_refunded|refunded|cancelled|failed"
                    + "|unknown";

    private final TakePayment take;
    private final Payments payments;
    private final PaymentFacts facts;
    private final Movements movements;
    private final Tenancy tenancy;

    PaymentController(
            TakePayment take,
            Payments payments,
            PaymentFacts facts,
            Movements movements,
            Tenancy tenancy) {
        this.take = take;
        this.payments = payments;
        this.facts = facts;
        this.movements = movements;
        this.tenancy = tenancy;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(
            summary = "Takes a payment",
            description =
                    "A decline is a payment with status failed. A payment whose provider did not"
                            + " answer is unknown until the provider has been asked.")
    PaymentView take(
            @Valid @RequestBody PaymentRequest request,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
            Identity caller) {
        tenancy.require();
        return PaymentView.of(take.take(request, CallerKey.of(caller, key), caller));
    }

    @GetMapping("/{id}")
    PaymentView read(@PathVariable UUID id) {
        return PaymentView.of(payments.get(id), movements.of(id), facts.of(id));
    }

    @GetMapping
    @Operation(summary = "Payments, newest first; from and to are times of creation")
    Page<PaymentView> list(
            @RequestParam @Nullable @Pattern(regexp = STATUS) String status,
            @RequestParam @Nullable String reference,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        var filter = new PaymentFilter(status, reference, from, to, cursor);
        var rows = payments.list(filter, limit + 1).stream().map(PaymentView::of).toList();
        return Page.of(rows, limit, PaymentView::id);
    }

    /** The refunds of one payment; there are never so many that they need pages. */
    record Refunds(List<RefundView> items) {}

    @GetMapping("/{id}/refunds")
    @Operation(summary = "Refunds of a payment, those under way too")
    Refunds refunds(@PathVariable UUID id) {
        payments.get(id);
        return new Refunds(RefundView.of(facts.of(id), movements.of(id)));
    }
}
