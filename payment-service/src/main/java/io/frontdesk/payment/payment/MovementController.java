package io.frontdesk.payment.payment;

import io.frontdesk.payment.book.Payment;
import io.frontdesk.payment.book.PaymentFacts;
import io.frontdesk.payment.movement.MoveMoney;
import io.frontdesk.payment.movement.Movements;
import io.frontdesk.payment.payment.MovementRequests.CaptureRequest;
import io.frontdesk.payment.payment.MovementRequests.RefundRequest;
import io.frontdesk.payment.request.CallerKey;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.identity.Identity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moves the money of a payment; every call answers the payment as it stands then. */
@RestController
@RequestMapping("/api/payments/{id}")
class MovementController {
    private final MoveMoney move;
    private final Movements movements;
    private final PaymentFacts facts;

    MovementController(MoveMoney move, Movements movements, PaymentFacts facts) {
        this.move = move;
        this.movements = movements;
        this.facts = facts;
    }

    @PostMapping("/capture")
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Takes a part or all of what is authorized")
    PaymentView capture(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable CaptureRequest request,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
            Identity caller) {
        var amount = request == null ? null : request.amount();
        var last = request != null && Boolean.TRUE.equals(request.last());
        return view(move.capture(id, amount, last, CallerKey.of(caller, key)));
    }

    @PostMapping("/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Gives a part or all of what was captured back")
    PaymentView refund(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable RefundRequest request,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
            Identity caller) {
        var amount = request == null ? null : request.amount();
        var reason = request == null ? null : request.reason();
        return view(move.refund(id, amount, reason, CallerKey.of(caller, key)));
    }

    @PostMapping("/cancellation")
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Gives an authorization back, or ends an attempt that waits for its payer")
    PaymentView cancel(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader("Idempotency-Key") String key,
            Identity caller) {
        return view(move.cancel(id, CallerKey.of(caller, key)));
    }

    private PaymentView view(Payment payment) {
        return PaymentView.of(payment, movements.of(payment.id()), facts.of(payment.id()));
    }
}
