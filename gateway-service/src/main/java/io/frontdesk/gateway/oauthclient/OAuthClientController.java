package io.frontdesk.gateway.oauthclient;

import io.frontdesk.gateway.access.Caller;
import io.frontdesk.gateway.access.Secrets;
import io.frontdesk.gateway.audit.AuditLog;
import io.frontdesk.gateway.grant.Grants;
import io.frontdesk.gateway.refusal.Refusal;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;
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
@RequestMapping("/api/oauth-clients")
class OAuthClientController {
    private final OAuthClients clients;
    private final Grants grants;
    private final AuditLog audit;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final IdGenerator ids;
    private final ApplicationEventPublisher events;

    OAuthClientController(
            OAuthClients clients,
            Grants grants,
            AuditLog audit,
            Tenancy tenancy,
            TransactionTemplate transaction,
            Clock clock,
            IdGenerator ids,
            ApplicationEventPublisher events) {
        this.clients = clients;
        this.grants = grants;
        this.audit = audit;
        this.tenancy = tenancy;
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedOAuthClient create(Caller caller, @Valid @RequestBody NewOAuthClient wanted) {
        var grant = grants.from(caller, wanted.roles(), wanted.scopes(), wanted.tenantId());
        var secret = Secrets.random();
        var client =
                new OAuthClient(
                        ids.generateId(),
                        grant.tenant(),
                        wanted.name(),
                        Secrets.digest(secret),
                        grant.roles(),
                        grant.effectiveScopes(),
                        caller.subject(),
                        now(),
                        null);
        tenancy.asSystem(() -> transaction.execute(status -> store(client)));
        return new IssuedOAuthClient(client, client.id().toString(), secret);
    }

    private UUID store(OAuthClient client) {
        clients.add(client);
        var actor = client.createdBy();
        audit.record(client.tenantId(), actor, "oauth-client.created", client.id(), client.name());
        return client.id();
    }

    @GetMapping
    Page<OAuthClient> list(
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.LARGEST) int limit,
            @RequestParam @Nullable UUID cursor) {
        return within(caller, () -> clients.page(limit, cursor));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        within(caller, () -> revokeAndRecord(caller, id));
        events.publishEvent(new OAuthClientRevoked(id));
    }

    private OAuthClient revokeAndRecord(Caller caller, UUID id) {
        var client =
                clients.revoke(id, now())
                        .orElseThrow(() ->
                                Refusal.of(
                                        HttpStatus.NOT_FOUND,
                                        "no-such-client",
                                        "No such client",
                                        "There is no such OAuth client."));
        var actor = caller.subject();
        audit.record(client.tenantId(), actor, "oauth-client.revoked", id, client.name());
        return client;
    }

    private <T> T within(Caller caller, Supplier<T> work) {
        Supplier<T> transactional = () -> transaction.execute(status -> work.get());
        var tenant = caller.tenant();
        return tenant == null ? tenancy.asSystem(transactional) : tenancy.as(tenant, transactional);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
