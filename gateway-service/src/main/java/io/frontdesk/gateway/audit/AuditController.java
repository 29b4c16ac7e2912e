package io.frontdesk.gateway.audit;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@EnableConfigurationProperties(AuditProperties.class)
@RequestMapping("/api/audit")
class AuditController {
    private final AuditLog entries;
    private final RefusedRequests refused;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    AuditController(
            AuditLog entries,
            RefusedRequests refused,
            Tenancy tenancy,
            TransactionTemplate transaction) {
        this.entries = entries;
        this.refused = refused;
        this.tenancy = tenancy;
        this.transaction = transaction;
    }

    @GetMapping("/entries")
    Page<AuditEntry> entries(
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        return visible(caller, () -> entries.page(limit, cursor));
    }

    @GetMapping("/refused-requests")
    Page<RefusedRequest> refused(
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        return visible(caller, () -> refused.page(limit, cursor));
    }

    private <T> Page<T> visible(Caller caller, Supplier<Page<T>> read) {
        Supplier<Page<T>> within = () -> transaction.execute(status -> read.get());
        return caller.tenant() == null ? tenancy.asSystem(within) : within.get();
    }
}
