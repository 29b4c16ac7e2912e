package io.frontdesk.gateway.apikey;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.audit.AuditLog;
import io.frontdesk.gateway.grant.Grants;
import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/api-keys")
class ApiKeyController {
    private final ApiKeys keys;
    private final IssueApiKey issue;
    private final Grants grants;
    private final AuditLog audit;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ApiKeyController(
            ApiKeys keys,
            IssueApiKey issue,
            Grants grants,
            AuditLog audit,
            Tenancy tenancy,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.keys = keys;
        this.issue = issue;
        this.grants = grants;
        this.audit = audit;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.events = events;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedApiKey create(Caller caller, @Valid @RequestBody NewApiKey wanted) {
        var grant = grants.from(caller, wanted.roles(), wanted.scopes(), wanted.tenantId());
        return issue.fresh(wanted.name(), grant, wanted.expiresAt(), caller.subject());
    }

    @GetMapping
    Page<ApiKey> list(
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        return within(caller, () -> keys.page(limit, cursor));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        if (!within(caller, () -> revokedOrKnown(caller, id))) {
            throw Refusal.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-key",
                    "No such key",
                    "There is no such API key.");
        }
        // After the commit, else another request could read the key as valid and remember it.
        events.publishEvent(new ApiKeyRevoked(id));
    }

    private boolean revokedOrKnown(Caller caller, UUID id) {
        var revoked = keys.revoke(id);
        revoked.ifPresent(key ->
                audit.record(key.tenantId(), caller.subject(), "api-key.revoked", id, key.name()));
        return revoked.isPresent() || keys.exists(id);
    }

    /** An operator who acts for no tenant sees the keys of all. */
    private <T> T within(Caller caller, Supplier<T> work) {
        Supplier<T> transactional = () -> transaction.execute(status -> work.get());
        var tenant = caller.tenant();
        return tenant == null ? tenancy.asSystem(transactional) : tenancy.as(tenant, transactional);
    }
}
