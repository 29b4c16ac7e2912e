package io.frontdesk.ragknowledge.reindexing;

import io.frontdesk.starter.identity.Identity;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/knowledge/reindexings")
@PreAuthorize("hasRole('operator')")
class ReindexingController {

    private final Reindexings reindexings;
    private final ReindexJob job;
    private final IdGenerator ids;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    ReindexingController(
            Reindexings reindexings,
            ReindexJob job,
            IdGenerator ids,
            Tenancy tenancy,
            TransactionTemplate transaction) {
        this.reindexings = reindexings;
        this.job = job;
        this.ids = ids;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Reads documents again, or has bases embedded by another model")
    Reindexing begin(@Valid @RequestBody NewReindexing wanted, Identity operator) {
        var id = ids.generateId();
        return tenancy.asSystem(() -> {
            transaction.executeWithoutResult(_ -> {
                reindexings.add(id, wanted, operator.subject());
                job.begin(id);
            });
            return reindexings.get(id);
        });
    }

    @GetMapping
    @Operation(summary = "Lists reindexings, newest first")
    Page<Reindexing> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var found = tenancy.asSystem(() -> reindexings.list(limit + 1, cursor));
        return Page.of(found, limit, Reindexing::id);
    }

    @GetMapping("/{id}")
    Reindexing get(@PathVariable UUID id) {
        return tenancy.asSystem(() -> reindexings.get(id).with(reindexings.problems(id)));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Stops a reindexing; documents already queued are still read")
    Reindexing cancel(@PathVariable UUID id) {
        return tenancy.asSystem(() -> {
            reindexings.cancel(id);
            return reindexings.get(id);
        });
    }
}
