package io.frontdesk.admincustomerrag.erasure;

import io.frontdesk.admincustomerrag.audit.Audit;
import io.frontdesk.admincustomerrag.audit.AuditAction;
import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.jobs.Jobs;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customers/{tenantId}/rag/erasures")
@PreAuthorize("hasRole('operator')")
class ErasureController {

    private final Erasures erasures;
    private final Audit audit;
    private final Jobs jobs;
    private final IdGenerator ids;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    ErasureController(
            Erasures erasures,
            Audit audit,
            Jobs jobs,
            IdGenerator ids,
            Tenancy tenancy,
            PlatformTransactionManager transactions) {
        this.erasures = erasures;
        this.audit = audit;
        this.jobs = jobs;
        this.ids = ids;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Operation(summary = "Erases all of the tenant's knowledge; one that runs is answered with")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt erase(
            @PathVariable UUID tenantId,
            @Valid @RequestBody Confirmation consent,
            Identity caller) {
        if (!consent.confirmation().equals(tenantId.toString())) {
            throw new NotConfirmed();
        }
        return tenancy.as(
                tenantId,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(_ -> begin(tenantId, caller.subject()))));
    }

    @Operation(summary = "How far an erasure is; once it is done, its receipt")
    @GetMapping("/{id}")
    Receipt get(@PathVariable UUID tenantId, @PathVariable UUID id) {
        return tenancy.as(tenantId, () -> Receipt.of(erasures.get(id)));
    }

    private Receipt begin(UUID tenantId, String by) {
        var id = ids.generateId();
        if (!erasures.begin(id, by)) {
            return Receipt.of(erasures.running().orElseThrow());
        }
        audit.record(by, AuditAction.ERASURE_REQUESTED, id);
        jobs.addNow(ErasureJob.TASK.instance(tenantId + "/" + id).build());
        return Receipt.of(erasures.get(id));
    }

    /**
     * Consent to lose everything.
     *
     * @param confirmation the id of the tenant, once more
     */
    record Confirmation(@NotNull @Size(max = 100) String confirmation) {}
}
