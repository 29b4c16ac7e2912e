package io.frontdesk.gateway.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.gateway.audit.AuditLog;
import io.frontdesk.starter.events.Events;
import io.frontdesk.starter.paging.Page;
import io.frontdesk.starter.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.IdGenerator;

/** The tenants. */
@Repository
public class Tenants {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenancy tenancy;
    private final Events events;
    private final AuditLog audit;
    private final Clock clock;
    private final IdGenerator ids;
    // Tenants are never removed, so what exists may be remembered.
    private final Cache<UUID, Boolean> known = Caffeine.newBuilder().maximumSize(100_000).build();

    Tenants(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Tenancy tenancy,
            Events events,
            AuditLog audit,
            Clock clock,
            IdGenerator ids) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.tenancy = tenancy;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    Tenant create(NewTenant wanted, String actor) {
        return create(ids.generateId(), wanted, actor);
    }

    /** Creates a tenant under a given id and announces it in the same transaction. */
    public Tenant create(UUID id, NewTenant wanted, String actor) {
        var createdAt = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var tenant =
                new Tenant(
                        id,
                        wanted.name(),
                        wanted.industry(),
                        wanted.timeZone(),
                        wanted.currency(),
                        createdAt);
        // In the transaction of a call with an Idempotency-Key, if there is one: tenant and key
        // stand or fall together.
        tenancy.as(id, () -> transaction.executeWithoutResult(status -> insert(tenant, actor)));
        return tenant;
    }

    private void insert(Tenant tenant, String actor) {
        jdbc.sql(
                        """
                        insert into tenants (id, name, industry, time_zone, currency, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(tenant.id())
                .param(tenant.name())
                .param(tenant.industry())
                .param(tenant.timeZone())
                .param(tenant.currency())
                .param(tenant.createdAt())
                .update();
        audit.record(tenant.id(), actor, "tenant.created", tenant.id(), tenant.name());
        events.publish(TenantCreated.TYPE, tenant.id().toString(), TenantCreated.of(tenant));
    }

    public boolean exist(UUID id) {
        if (known.getIfPresent(id) != null) {
            return true;
        }
        boolean found =
                tenancy.as(
                        id,
                        () ->
                                transaction.execute(status ->
                                        jdbc.sql("select exists (select from tenants where id = ?)")
                                                .param(id)
                                                .query(Boolean.class)
                                                .single()));
        if (found) {
            known.put(id, true);
        }
        return found;
    }

    Page<Tenant> page(int limit, @Nullable UUID before) {
        var rows =
                tenancy.asSystem(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                select * from tenants
                                                where (:before::uuid is null or id < :before)
                                                order by id desc limit :limit
                                                """)
                                        .param("before", before)
                                        .param("limit", limit + 1)
                                        .query(DataClassRowMapper.newInstance(Tenant.class))
                                        .list()));
        return Page.of(rows, limit, Tenant::id);
    }
}
