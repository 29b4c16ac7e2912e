package io.frontdesk.payment.dispute;

import io.frontdesk.payment.account.Accounts;
import io.frontdesk.payment.account.Providers;
import io.frontdesk.payment.account.TenantAccount;
import io.frontdesk.payment.book.Payments;
import io.frontdesk.payment.book.RecordFacts;
import io.frontdesk.payment.desk.DisputeDesk;
import io.frontdesk.payment.request.RequestHash;
import io.frontdesk.starter.idempotency.RequiresIdempotencyKey;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows disputes and answers them. */
@RestController
@RequestMapping("/api/payments/disputes")
class DisputeController {
    private final DisputeList disputes;
    private final Payments payments;
    private final Accounts accounts;
    private final Providers providers;
    private final RecordFacts facts;
    private final Tenancy tenancy;

    DisputeController(
            DisputeList disputes,
            Payments payments,
            Accounts accounts,
            Providers providers,
            RecordFacts facts,
            Tenancy tenancy) {
        this.disputes = disputes;
        this.payments = payments;
        this.accounts = accounts;
        this.providers = providers;
        this.facts = facts;
        this.tenancy = tenancy;
    }

    /** Why the payment was right. */
    record Evidence(@NotBlank @Size(max = 20_000) String text) {}

    @GetMapping
    @Operation(summary = "Disputes, newest first")
    Page<Dispute> list(
            @RequestParam @Nullable @Pattern(regexp = "open|won|lost") String status,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        tenancy.require();
        return Page.of(disputes.list(status, cursor, limit + 1), limit, Dispute::id);
    }

    @PostMapping("/{id}/evidence")
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Answers a dispute")
    Dispute evidence(@PathVariable UUID id, @Valid @RequestBody Evidence evidence) {
        var dispute = open(id);
        var account = account(dispute);
        var told =
                providers
                        .desk(account, DisputeDesk.class)
                        .submitEvidence(
                                account.account(),
                                dispute.reference(),
                                evidence.text(),
                                "evidence/" + id + "/" + RequestHash.of(evidence.text()));
        facts.record(dispute.paymentId(), told);
        disputes.evidenceSent(id);
        return disputes.get(id);
    }

    @PostMapping("/{id}/acceptance")
    @RequiresIdempotencyKey(oneTransaction = false)
    @Operation(summary = "Lets the payer have the money")
    Dispute accept(@PathVariable UUID id) {
        var dispute = open(id);
        var account = account(dispute);
        var told =
                providers
                        .desk(account, DisputeDesk.class)
                        .accept(account.account(), dispute.reference(), "acceptance/" + id);
        facts.record(dispute.paymentId(), told);
        return disputes.get(id);
    }

    private Dispute open(UUID id) {
        var dispute = disputes.get(id);
        if (!dispute.status().equals("open")) {
            throw new DisputeClosed(dispute.status());
        }
        return dispute;
    }

    private TenantAccount account(Dispute dispute) {
        return accounts.byId(payments.get(dispute.paymentId()).accountId());
    }
}
